package liveroom.capture.source;

/// A device that the host can choose.
///
/// @param humanName as the system shows it
public record Device(SourceSpec spec, String humanName, Kind kind) {
    /// What a device gives.
    public enum Kind {
        CAMERA,
        MICROPHONE,
        /// What a sound card plays, which can be recorded like a microphone.
        SOUND_OUTPUT,
        SCREEN
    }
}
