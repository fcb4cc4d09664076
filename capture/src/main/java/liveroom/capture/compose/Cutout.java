package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Placement.Flip;
import org.jspecify.annotations.Nullable;

/// Makes an overlay of a moving picture: mirrored, keyed, with round corners. Allocates when its
/// size changes and never else. Confined to one thread.
final class Cutout {
    private final @Nullable ChromaKey key;
    private final boolean mirrors;
    private final double cornerRadius;
    private @Nullable Overlay picture;
    private @Nullable Overlay outline;
    private @Nullable Framing outlined;

    Cutout(Content.Key key, Flip flip, double cornerRadius) {
        this.key = key.isOn() ? new ChromaKey(key) : null;
        this.mirrors = flip == Flip.HORIZONTAL || flip == Flip.BOTH;
        this.cornerRadius = cornerRadius;
    }

    /// Whether anything of the picture becomes transparent.
    boolean cuts() {
        return key != null || cornerRadius > 0;
    }

    boolean mirrors() {
        return mirrors;
    }

    /// Returns the overlay, valid until the next call.
    Overlay of(Planes pixels, Framing framing) {
        Overlay made = prepared(framing);
        for (int plane = 0; plane < 3; plane++) {
            load(pixels, plane, made.plane(plane), made.mask(plane).width);
        }
        Overlay cut = outline;
        if (key != null && cut != null) {
            key.apply(made, cut);
        }
        if (cuts()) {
            multiply(made.lumaMask, made.luma);
            multiply(made.chromaMask, made.blue);
            multiply(made.chromaMask, made.red);
        }
        return made;
    }

    private Overlay prepared(Framing framing) {
        Overlay made = picture;
        if (made == null || !framing.equals(outlined)) {
            made = new Overlay(framing.width(), framing.height());
            new Corners(framing, cornerRadius).write(made);
            if (key != null) {
                outline = new Overlay(framing.width(), framing.height());
                new Corners(framing, cornerRadius).write(outline);
            }
            picture = made;
            outlined = framing;
        }
        return made;
    }

    private void load(Planes pixels, int plane, byte[] to, int width) {
        int rows = to.length / width;
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(pixels.memory(), ValueLayout.JAVA_BYTE, pixels.row(plane, row), to, row * width, width);
            if (mirrors) {
                mirror(to, row * width, (row + 1) * width - 1);
            }
        }
    }

    private static void mirror(byte[] row, int first, int last) {
        for (int left = first, right = last; left < right; left++, right--) {
            byte swapped = row[left];
            row[left] = row[right];
            row[right] = swapped;
        }
    }

    private static void multiply(Mask mask, byte[] values) {
        for (int row = 0; row < mask.height; row++) {
            int end = mask.firstRun(row + 1);
            for (int run = mask.firstRun(row); run < end; run += Mask.RUN) {
                if (mask.through(run) != 0) {
                    int last = row * mask.width + mask.end(run);
                    for (int i = row * mask.width + mask.begin(run); i < last; i++) {
                        int product = (values[i] & 0xff) * (255 - (mask.inverse[i] & 0xff)) + 127;
                        values[i] = (byte) (product / 255);
                    }
                }
            }
        }
    }
}
