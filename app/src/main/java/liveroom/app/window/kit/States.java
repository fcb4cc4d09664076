package liveroom.app.window.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// The pseudo-classes of the window's own sheets.
public final class States {
    public static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    public static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    public static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    public static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    public static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    public static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    public static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    public static final PseudoClass HOST = PseudoClass.getPseudoClass("host");

    private States() {}

    /// Gives the node the one of good, warning and error that fits.
    public static void show(Node node, Verdict verdict) {
        node.pseudoClassStateChanged(GOOD, verdict == Verdict.GOOD);
        node.pseudoClassStateChanged(WARNING, verdict == Verdict.WARNING);
        node.pseudoClassStateChanged(ERROR, verdict == Verdict.ERROR);
    }
}
