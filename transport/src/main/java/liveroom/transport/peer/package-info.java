/// Peer connections and the lanes inside them. The only package that knows the native WebRTC library; see the hazards
/// in `docs/architecture.md` before changing the order of anything.
@NullMarked
package liveroom.transport.peer;

import org.jspecify.annotations.NullMarked;
