package liveroom.app.studio;

import java.time.Instant;

/// Something the host should know, in words: cause and remedy. Never a stack trace.
///
/// @param subject what it is about; a newer notice on the same subject replaces the older one
public record Notice(Instant at, Severity severity, Subject subject, String text) {
    public enum Severity {
        /// All is well again, or something to know.
        INFO,
        WARNING,
        ERROR
    }

    public enum Subject {
        VIDEO_SOURCE,
        AUDIO_SOURCE,
        ENCODER,
        SOUND_ENCODER,
        RECORDING,
        NETWORK,
        HTTPS,
        SETTINGS,
        ROOM,
        SHOW,
        BRAND,
        GRAPHICS
    }
}
