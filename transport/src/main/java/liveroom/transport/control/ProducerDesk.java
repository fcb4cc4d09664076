package liveroom.transport.control;

import java.util.List;
import java.util.function.Supplier;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.show.ShowDesk;

/// What producers are seated at. The giver owns all of it, and closes it after the room.
///
/// @param preview the pictures of what comes next, made only while somebody takes them
/// @param kits the brand kits that can be chosen, as [liveroom.capture.show.ShowCommand.SetBrand] takes them; asked at
///     every change, so it must be at hand
public record ProducerDesk(
        ShowDesk desk, DeskPictures pictures, FrameTap<VideoFrame> preview, Supplier<List<String>> kits) {}
