package liveroom.app.window.preview;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// One picture's worth of pixels that JavaFX draws from without a copy. Written by the `preview` thread while it has
/// it, read by JavaFX while it is shown, never both.
final class PreviewPicture {
    private final int width;
    private final int height;
    private final IntBuffer pixels;
    private final PixelBuffer<IntBuffer> pixelBuffer;
    private final WritableImage image;

    PreviewPicture(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = ByteBuffer.allocateDirect(width * height * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        this.pixelBuffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(pixelBuffer);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    IntBuffer pixels() {
        return pixels;
    }

    /// The image, told that its pixels have changed. JavaFX thread.
    WritableImage refreshed() {
        pixelBuffer.updateBuffer(_ -> null);
        return image;
    }
}
