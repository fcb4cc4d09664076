/// The shared lane: the program's packets, encoded once, go to every viewer over data channels. Knows nothing
/// of the native WebRTC library: it sends by an [liveroom.transport.shared.Outlet].
@NullMarked
package liveroom.transport.shared;

import org.jspecify.annotations.NullMarked;
