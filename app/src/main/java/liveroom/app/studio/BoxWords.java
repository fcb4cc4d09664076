package liveroom.app.studio;

import liveroom.app.text.Messages;
import liveroom.capture.source.SlateText;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;

/// Says in a word or two, which viewers may read, why a layer's source has no picture. What the host
/// can do about it is in [SourceWords].
record BoxWords(Messages messages) implements SlateText {
    @Override
    public String words(SourceSpec spec, SourceStatus status) {
        return switch (status) {
            case SourceStatus.Failed failed ->
                messages.text("box." + failed.code().name());
            case SourceStatus.Opening _ -> messages.text("box.opening");
            case SourceStatus.Running _ -> messages.text("box.silent");
            case SourceStatus.Closed _ -> messages.text("box.closed");
        };
    }
}
