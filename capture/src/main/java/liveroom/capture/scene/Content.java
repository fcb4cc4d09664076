package liveroom.capture.scene;

import java.util.List;

/// What a layer holds. Whatever has text or shapes takes colours, fonts, corners and motion from the brand kit.
public sealed interface Content {
    /// A moving picture.
    ///
    /// @param source `main` for the one chosen in the studio, else as on the command line, such as `file:PATH`
    record Source(String source, Key key) implements Content {
        public static final String MAIN = "main";

        public Source {
            Bounds.text("source", source, 1000);
        }
    }

    /// Makes one colour of a source transparent.
    ///
    /// @param rgb the colour, `0xRRGGBB`
    /// @param tolerance how far from it is still transparent, 0 for no key at all
    /// @param softness width of the half transparent edge beyond the tolerance
    record Key(int rgb, double tolerance, double softness) {
        public static final Key NONE = new Key(0x00ff00, 0, 0);
        public static final Key GREEN = new Key(0x00b140, 0.25, 0.1);

        public Key {
            Bounds.range("key colour", rgb, 0, 0xffffff);
            Bounds.range("tolerance of the key", tolerance, 0, 1);
            Bounds.range("softness of the key", softness, 0, 1);
        }

        public boolean isOn() {
            return tolerance > 0;
        }
    }

    /// A still picture.
    ///
    /// @param path a file, or `kit:NAME` for one of the brand kit's files, or `kit:logo`
    record Image(String path) implements Content {
        public Image {
            Bounds.text("path", path, 1000);
        }
    }

    /// Lines of text. @param size height of a line as a fraction of the picture's height; shrinks where it does not fit
    record Text(String text, FontRole font, double size, Paint paint, Align align) implements Content {
        public Text {
            Bounds.text("text", text, Bounds.MAX_TEXT);
            Bounds.range("size of the text", size, 0.01, 1);
        }
    }

    /// Who is speaking. @param title may be empty
    record LowerThird(String name, String title) implements Content {
        public LowerThird {
            Bounds.text("name", name, 200);
            Bounds.text("title", title, 300);
        }
    }

    /// Text that runs along. @param speed widths of the picture in a minute
    record Ticker(List<String> items, double speed) implements Content {
        public Ticker {
            items = Bounds.list("items of a ticker", items, 0, 50);
            items.forEach(item -> Bounds.text("item of a ticker", item, 500));
            Bounds.range("speed of a ticker", speed, 1, 60);
        }
    }

    /// The time of day. @param zone such as `Europe/Berlin`, empty for this computer's
    record Clock(String label, String zone, ClockStyle style) implements Content {
        public Clock {
            Bounds.text("label", label, 100);
            Bounds.text("time zone", zone, 60);
        }
    }

    enum ClockStyle {
        HOURS_MINUTES,
        HOURS_MINUTES_SECONDS
    }

    /// Something that counts time down.
    sealed interface Timed extends Content {
        Timer timer();

        Timed withTimer(Timer newTimer);
    }

    /// The time that is left; before it is started, its length.
    record Countdown(String label, Timer timer) implements Timed {
        public Countdown {
            Bounds.text("label", label, 100);
        }

        /// @param endsAtMillis Unix time; 0 while it has not been started
        public Countdown(String label, int seconds, long endsAtMillis) {
            this(label, new Timer(seconds, "", endsAtMillis, 0));
        }

        @Override
        public Countdown withTimer(Timer newTimer) {
            return new Countdown(label, newTimer);
        }
    }

    /// Something to buy.
    ///
    /// @param picture as in [Image], empty for none
    /// @param price with its currency, as it is shown
    /// @param oldPrice shown struck through, empty for none
    /// @param link `https` address, shown as a QR code and offered to viewers; empty for none
    record Product(String name, String picture, String price, String oldPrice, String link) implements Content {
        public Product {
            Bounds.text("name", name, 200);
            Bounds.text("picture", picture, 1000);
            Bounds.text("price", price, 40);
            Bounds.text("old price", oldPrice, 40);
            Links.check(link);
        }
    }

    /// A viewer's message, put on screen.
    record Comment(String author, String text) implements Content {
        public Comment {
            Bounds.text("author", author, 100);
            Bounds.text("text", text, 500);
        }
    }

    /// A plain shape.
    record Shape(Outline outline, Paint fill) implements Content {}

    enum Outline {
        RECTANGLE,
        ELLIPSE
    }

    /// Fills its box: two colours, the same twice for one; an image or a looping video before them.
    ///
    /// @param path of an image as in [Image], or a video file; empty for colours alone
    /// @param degrees direction of the gradient, 0 from left to right, 90 from top to bottom
    record Background(Paint from, Paint to, double degrees, String path) implements Content {
        public Background {
            Bounds.range("direction of the gradient in degrees", degrees, 0, 360);
            Bounds.text("path", path, 1000);
        }
    }

    /// Fills the whole picture when the host is away; the time that is left is on it once the timer has been started.
    record Slate(SlateKind kind, String headline, String detail, Timer timer) implements Timed {
        public Slate {
            Bounds.text("headline", headline, 200);
            Bounds.text("detail", detail, 500);
        }

        /// @param endsAtMillis Unix time; 0 while no countdown has been started
        public Slate(SlateKind kind, String headline, String detail, long endsAtMillis) {
            this(kind, headline, detail, new Timer(Timer.USUAL.seconds(), "", endsAtMillis, 0));
        }

        @Override
        public Slate withTimer(Timer newTimer) {
            return new Slate(kind, headline, detail, newTimer);
        }
    }

    /// An empty headline takes the brand kit's words for the kind.
    enum SlateKind {
        STARTING_SOON,
        BE_RIGHT_BACK,
        THANK_YOU
    }

    enum FontRole {
        HEADING,
        BODY,
        NUMBERS
    }

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
