package liveroom.app.studio;

import liveroom.app.text.Messages;
import liveroom.capture.source.SlateText;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;

/// Says in words what has become of a source: cause, then remedy.
record SourceWords(Messages messages) implements SlateText {
    @Override
    public String words(SourceSpec spec, SourceStatus status) {
        return switch (status) {
            case SourceStatus.Failed failed ->
                messages.text("source." + failed.code().name(), kind(spec));
            case SourceStatus.Opening _ -> messages.text("source.opening", kind(spec));
            case SourceStatus.Running _, SourceStatus.Closed _ -> "";
        };
    }

    /// The same on one line.
    String sentence(SourceSpec spec, SourceStatus status) {
        return words(spec, status).replace('\n', ' ');
    }

    private String kind(SourceSpec spec) {
        return messages.text("kind." + spec.kind());
    }
}
