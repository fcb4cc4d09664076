package liveroom.capture.source;

/// Java2D paints in memory alone here, whether there is a display or not.
public final class Headless {
    private Headless() {}

    /// To be called before the first use of a class of `java.awt`.
    public static void ensure() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }
}
