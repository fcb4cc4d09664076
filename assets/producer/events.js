/** More than the longest event that a studio sends. */
const LONGEST = 8 * 1024 * 1024;

/**
 * Reads Server-Sent Events (HTML standard, section 9.2.6) from the body of a fetch: an EventSource can send no key.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {() => void} heard called for whatever comes, heartbeats too
 * @returns {AsyncGenerator<{type: string, data: string}>}
 */
export async function* readEvents(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      heard();
      rest += value;
      const blocks = rest.split('\n\n');
      rest = blocks.pop();
      if (rest.length > LONGEST) {
        throw new Error('an event without an end');
      }
      for (const block of blocks) {
        const event = parse(block);
        if (event.data) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  const event = { type: 'message', data: '' };
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) {
      event.type = line.slice('event: '.length);
    } else if (line.startsWith('data: ')) {
      event.data += line.slice('data: '.length);
    }
  }
  return event;
}
