package liveroom.bench.dress;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import liveroom.capture.graphics.PerceptualMatch;

/// How a scene looks, as far as that depends neither on the camera nor on the time.
///
/// Compared are blocks of 16 pixels, as H.264 codes them: a block next to something that moves is coded anew with it,
/// so it counts as moving itself.
final class Golden {
    /// What H.264 at 2,500 kbit/s, and another interpolation of its chroma, may make of the worst tile of graphics.
    /// Another kit, another word or a layer more is far beyond.
    static final double LEAST_SIMILARITY = 0.95;

    static final double MOST_COLOUR_DIFFERENCE = 6;

    private static final int BLOCK = 16;
    private static final int SURROUNDINGS = 4;
    private static final int SAME = 2;
    private static final int GREY = 0x808080;

    private final BufferedImage picture;
    private final BitSet moving;
    private final int columns;
    private final int rows;

    /// @param pictures of the same scene with other cameras at other times
    Golden(List<BufferedImage> pictures) {
        BufferedImage first = pictures.getFirst();
        columns = first.getWidth() / BLOCK;
        rows = first.getHeight() / BLOCK;
        moving = new BitSet(columns * rows);
        pictures.stream().skip(1).forEach(other -> markMoving(first, other));
        picture = masked(first);
    }

    private void markMoving(BufferedImage one, BufferedImage other) {
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (differ(one.getRGB(x, y), other.getRGB(x, y))) {
                    for (int dy = -SURROUNDINGS; dy <= SURROUNDINGS; dy += SURROUNDINGS) {
                        for (int dx = -SURROUNDINGS; dx <= SURROUNDINGS; dx += SURROUNDINGS) {
                            mark(x + dx, y + dy);
                        }
                    }
                }
            }
        }
    }

    private void mark(int x, int y) {
        int column = Math.clamp(x / BLOCK, 0, columns - 1);
        int row = Math.clamp(y / BLOCK, 0, rows - 1);
        moving.set(row * columns + column);
    }

    private static boolean differ(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) > SAME
                || Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) > SAME
                || Math.abs((one & 0xff) - (other & 0xff)) > SAME;
    }

    private BufferedImage masked(BufferedImage from) {
        BufferedImage masked = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_INT_RGB);
        masked.getRaster().setRect(from.getRaster());
        for (int block = moving.nextSetBit(0); block >= 0; block = moving.nextSetBit(block + 1)) {
            for (int y = 0; y < BLOCK; y++) {
                for (int x = 0; x < BLOCK; x++) {
                    masked.setRGB(block % columns * BLOCK + x, block / columns * BLOCK + y, GREY);
                }
            }
        }
        return masked;
    }

    /// What is not compared is grey.
    BufferedImage picture() {
        return picture;
    }

    /// @param shown opaque, of any type that Java knows
    PerceptualMatch match(BufferedImage shown) {
        return PerceptualMatch.of(picture, masked(shown));
    }

    static boolean holds(PerceptualMatch match) {
        return match.similarity() >= LEAST_SIMILARITY && match.colourDifference() <= MOST_COLOUR_DIFFERENCE;
    }

    /// Whether `shown` is this scene, as far as can be seen.
    boolean isSeenIn(BufferedImage shown) {
        return holds(match(shown));
    }
}
