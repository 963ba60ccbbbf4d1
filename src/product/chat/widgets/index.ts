import { configError, configFile } from '../../config-error';
import { oneOf } from '../../nearest';
import type { ChatControls } from '../controls';
import { deepChat } from './deep-chat';
import type { Widget } from './widget';

/** Nothing special: what every widget has in common is found by its looks. */
const auto: Widget = { name: 'auto', asides: deepChat.asides };

const presets: readonly Widget[] = [auto, deepChat];

/** Names that a config may give. */
export const widgetNames: readonly string[] = presets.map(({ name }) => name);

/**
 * The preset of that name, with what a config says besides.
 *
 * @throws {ConfigError} when there is none
 */
export function widgetFor({
  widget: name = 'auto',
  ...own
}: { readonly widget?: string } & ChatControls): Widget {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset !== undefined) return { ...preset, ...controlsIn(own) };
  throw configError(configFile(), [
    { at: 'chat.widget', seen: `"${name}" is not known`, next: oneOf(name, widgetNames) },
  ]);
}

/** What is said of a chat's parts, and nothing else of what stands beside it. */
function controlsIn({ launcher, composer, send, messages, frame, quiet }: ChatControls): ChatControls {
  return {
    ...(launcher !== undefined && { launcher }),
    ...(composer !== undefined && { composer }),
    ...(send !== undefined && { send }),
    ...(messages !== undefined && { messages }),
    ...(frame !== undefined && { frame }),
    ...(quiet !== undefined && { quiet }),
  };
}
