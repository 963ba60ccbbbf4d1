/** Lets many things that have the same time each be over in time, by one clock. */
export interface Deadline {
  /** Begins to wait for something, which is told that it is late unless it has ended before. */
  begin(waited: Waited): void;
  end(waited: Waited): void;
}

interface Waited {
  late(): void;
}

/**
 * A deadline for whatever takes longer than so many milliseconds. What began first is late first, so that the clock is
 * set for the oldest alone: a timer (or an `AbortSignal`) for each of them costs as much as sending a request does.
 */
export function createDeadline(time: number): Deadline {
  const dueAt = new Map<Waited, number>();
  let isSet = false;

  const set = (rest: number) => {
    isSet = true;
    setTimeout(ring, rest).unref();
  };
  const ring = () => {
    isSet = false;
    for (const [waited, due] of dueAt) {
      const rest = due - performance.now();
      if (rest > 0) return set(Math.ceil(rest));
      dueAt.delete(waited);
      waited.late();
    }
  };
  return {
    begin(waited) {
      dueAt.set(waited, performance.now() + time);
      if (!isSet) set(time);
    },
    end: (waited) => void dueAt.delete(waited),
  };
}
