package liveroom.capture.source;

import liveroom.capture.media.VideoFrame;

/// Produces pictures, already fitted to the format of the program.
public sealed interface VideoSource extends MediaSource<VideoFrame> permits VideoOutlet {}
