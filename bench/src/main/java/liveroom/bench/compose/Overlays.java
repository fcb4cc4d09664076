package liveroom.bench.compose;

import java.util.List;

/// Chains of `overlay` filters that make the same picture. They differ in how often the filters copy it: an overlay
/// copies what it is given if a further picture of its graphic has come or can still come, since it then keeps it.
enum Overlays {
    /// Only the clock can change, and it is the lowest: one copy, that of the camera's picture, which is not theirs.
    /// The logo slides over the clock and not below it.
    CLOCK_LOWEST,
    /// Only the clock can change, and it is above all others as in the scene: two copies.
    CLOCK_ON_TOP,
    /// Each graphic can change, as where texts are edited during the show: a copy for each.
    ALL_CHANGING;

    static final String CLOCK = "clock";
    static final String TICKER = "ticker";
    /// From below to above.
    static final List<String> GRAPHICS = List.of("logo", "third", TICKER, CLOCK);
    /// How far logo and lower third are gone: in by `(1 - t)³`, out by one less that.
    private static final String GONE = "if(lt(mod(t,20),10),pow(1-mod(t,10)/10,3),1-pow(1-mod(t,10)/10,3))";

    boolean mayChange(String name) {
        return this == ALL_CHANGING || name.equals(CLOCK);
    }

    /// The chain in FFmpeg's words, from the input `main` and those of the graphics' names to `out`.
    String words(String main, String out) {
        List<String> order = this == CLOCK_LOWEST ? List.of(CLOCK, "logo", "third", TICKER) : GRAPHICS;
        StringBuilder words = new StringBuilder();
        String below = main;
        for (String name : order) {
            String above = name.equals(order.getLast()) ? out : "on_" + name;
            words.append(
                    "[%s]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[front_%s];".formatted(name, name));
            words.append("[%s][front_%s]overlay=%s[%s];".formatted(below, name, place(name), above));
            below = above;
        }
        words.setLength(words.length() - 1);
        return words.toString();
    }

    private static String place(String name) {
        return switch (name) {
            case "logo" -> "eval=frame:x='1032-2*round(%s*1232/2)':y=40".formatted(GONE);
            case "third" -> "eval=frame:x='48-2*round(%s*608/2)':y=520".formatted(GONE);
            case TICKER ->
                "eval=frame:x='-mod(%d*n,%d)':y=%d"
                        .formatted(DressedScene.TICKER_STEP, DressedScene.TICKER_WIDTH, DressedScene.TICKER_TOP);
            default -> "x=48:y=40";
        };
    }
}
