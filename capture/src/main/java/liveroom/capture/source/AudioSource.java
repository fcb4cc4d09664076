package liveroom.capture.source;

import liveroom.capture.media.AudioFrame;

/// Produces sound, in blocks of any length, each stamped with the capture time of its first sample.
public sealed interface AudioSource extends MediaSource<AudioFrame> permits AudioOutlet {}
