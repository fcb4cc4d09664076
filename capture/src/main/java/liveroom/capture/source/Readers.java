package liveroom.capture.source;

import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;

/// Opens the reader that belongs to each kind of source.
final class Readers {
    private Readers() {}

    static Reader open(SourceSpec spec, Outputs outputs) throws CaptureException {
        return switch (spec) {
            case SourceSpec.Test _ ->
                outputs.video() != null ? new TestPictureReader(outputs) : new TestSoundReader(outputs);
            case SourceSpec.MediaFile file -> MediaFileReader.open(file.path(), outputs);
            case SourceSpec.Camera _, SourceSpec.Microphone _, SourceSpec.Screen _ -> DeviceReader.open(spec, outputs);
            case SourceSpec.None _ -> throw new CaptureException(Code.MISSING, "no source");
        };
    }
}
