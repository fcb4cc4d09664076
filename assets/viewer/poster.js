import { viewerToken } from './memory.js';
import { request } from './whep.js';

/**
 * What the show looked like a moment ago, to look at until its own picture is there. Null if the studio gives none.
 *
 * @param {import('./link.js').Link} link
 * @returns {Promise<ImageBitmap | null>}
 */
export async function fetchPoster(link) {
  try {
    const response = await request(`/api/rooms/${link.room}/poster`, {
      headers: { Accept: 'image/jpeg', Authorization: `Bearer ${link.key}`, 'Liveroom-Viewer': viewerToken() },
    });
    return response.status === 200 ? await createImageBitmap(await response.blob()) : null;
  } catch {
    return null;
  }
}

/**
 * @param {ImageBitmap} poster
 * @param {HTMLCanvasElement} canvas is shown
 */
export function paintPoster(poster, canvas) {
  canvas.width = poster.width;
  canvas.height = poster.height;
  canvas.getContext('2d').drawImage(poster, 0, 0);
  canvas.hidden = false;
  poster.close();
}
