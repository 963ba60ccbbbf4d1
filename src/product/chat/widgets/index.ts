import { configError, configFile } from '../../config-error';
import { oneOf } from '../../nearest';
import { deepChat } from './deep-chat';
import type { Widget } from './widget';

/** Nothing special: what every widget has in common is found by its looks. */
const auto: Widget = { name: 'auto', asides: deepChat.asides };

const presets: readonly Widget[] = [auto, deepChat];

/** Names that a config may give. */
export const widgetNames: readonly string[] = presets.map(({ name }) => name);

/**
 * The preset of that name.
 *
 * @throws {ConfigError} when there is none
 */
export function widgetNamed(name = 'auto'): Widget {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset !== undefined) return preset;
  throw configError(configFile(), [
    { at: 'chat.widget', seen: `"${name}" is not known`, next: oneOf(name, widgetNames) },
  ]);
}
