import type { Read } from '../../product/types';
import type { Backend } from './vendors';

/** What could be seen of a site from outside, and, where there are accounts, from inside. */
export interface Seen {
  readonly site: string;
  readonly name: string;
  /** As its pages name it: `de`, `pt-BR`. */
  readonly language?: string;
  readonly builder?: string;
  readonly widget?: string;
  readonly backend: Backend;
  /** Where that backend is, when it is not the site itself. */
  readonly backendAddress?: string;
  /** The entry of localStorage in which the page keeps the token that it asks with, and the keys to it within. */
  readonly tokenIn?: readonly string[];
  /** The key that every page carries. */
  readonly publishableKey?: string;
  readonly pages: {
    readonly public: readonly string[];
    readonly private: readonly string[];
    readonly admin: readonly string[];
    readonly signIn: string;
    /** Pages of one record each, with `{id}`. */
    readonly records: readonly string[];
  };
  /** Requests by which the private pages load what they show; empty where nobody could be signed in. */
  readonly reads: readonly Read[];
  readonly adminReads: readonly Read[];
  /** Whether an account of the environment was signed in. */
  readonly wasInside: boolean;
}
