package liveroom.app.window.kit;

/// The style classes of the window's own sheets. Each control's class is named where its sheet is: `css/NAME.css`.
public final class Style {
    // Text.
    public static final String TITLE = "room-title";
    public static final String HEADING = "room-heading";
    public static final String LABEL = "room-label";
    public static final String FIGURE = "room-figure";
    public static final String MUTED_TEXT = "room-muted-text";
    public static final String SMALL_TEXT = "room-small-text";
    public static final String PROBLEM_TEXT = "room-problem-text";
    public static final String FIXED_TEXT = "room-fixed-text";

    // Areas.
    public static final String WINDOW = "room-window";
    public static final String TOP_BAR = "room-top-bar";
    public static final String CARD = "room-card";
    public static final String STRIP = "room-strip";
    public static final String SIDE = "room-side";
    public static final String SECTION_TABS = "room-tabs";
    public static final String EMPTY_STATE = "room-empty";
    public static final String ROW = "room-row";
    public static final String SEPARATOR = "room-separator";

    // Buttons.
    public static final String ICON_BUTTON = "room-icon-button";
    public static final String QUIET_BUTTON = "room-quiet-button";
    public static final String MAIN_BUTTON = "room-main-button";
    public static final String DANGER_BUTTON = "room-danger-button";
    public static final String GO_LIVE = "room-go-live";
    public static final String RECORD = "room-record";
    public static final String PICKER = "room-picker";

    // Preview.
    public static final String PREVIEW = "room-preview";
    public static final String PREVIEW_FRAME = "room-preview-frame";
    public static final String PREVIEW_HINT = "room-preview-hint";
    public static final String BADGE = "room-badge";
    public static final String DOT = "room-dot";

    // Meters.
    public static final String METER_TRACK = "meter-track";
    public static final String METER_PEAK = "meter-peak";
    public static final String METER_RMS = "meter-rms";
    public static final String METER_HOLD = "meter-hold";
    public static final String METER_CLIP = "meter-clip";
    public static final String METER_MARK = "meter-mark";
    public static final String METER_MARK_LINE = "meter-mark-line";
    public static final String METER_VIEWER = "meter-viewer";
    public static final String GAIN = "room-gain";

    // Overlays.
    public static final String SCRIM = "room-scrim";
    public static final String DIALOG = "room-dialog";
    public static final String NOTICE = "room-notice";
    public static final String QR_CODE = "room-qr-code";
    public static final String LINK_FIELD = "room-link-field";

    // Chat and viewers.
    public static final String CHAT_LIST = "room-chat-list";
    public static final String CHAT_AUTHOR = "room-chat-author";
    public static final String CHAT_TEXT = "room-chat-text";
    public static final String CHAT_NEW = "room-chat-new";
    public static final String VIEWER_LIST = "room-viewer-list";
    public static final String SWATCH = "room-swatch";
    public static final String COUNT = "room-count";

    private Style() {}
}
