package liveroom.app.window.share;

import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.window.kit.Words;

/// Puts a link, key and all, on the system's clipboard, and says so.
public final class LinkCopier {
    private final Consumer<String> said;

    /// A copier that speaks.
    ///
    /// @param said shows a sentence for a moment
    public LinkCopier(Consumer<String> said) {
        this.said = said;
    }

    public void copy(ShareLink link) {
        copy(link.uri().toString(), Words.of("share.copied." + link.kind().name()));
    }

    /// Copies any text.
    ///
    /// @param sentence what is said then
    public void copy(String text, String sentence) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        said.accept(sentence);
    }
}
