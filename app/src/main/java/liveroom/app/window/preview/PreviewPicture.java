package liveroom.app.window.preview;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import liveroom.capture.program.PictureScaler;

/// One picture's worth of pixels that JavaFX draws from without a copy. Written by the `preview` thread while it has
/// it, read by JavaFX while it is shown, never both.
final class PreviewPicture {
    private final int width;
    private final int height;
    private final MemorySegment memory;
    private final PixelBuffer<IntBuffer> pixelBuffer;
    private final WritableImage image;

    PreviewPicture(int width, int height) {
        this.width = width;
        this.height = height;
        ByteBuffer bytes = ByteBuffer.allocateDirect(width * height * PictureScaler.BYTES_PER_PIXEL)
                .order(ByteOrder.LITTLE_ENDIAN);
        this.memory = MemorySegment.ofBuffer(bytes);
        this.pixelBuffer = new PixelBuffer<>(width, height, bytes.asIntBuffer(), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(pixelBuffer);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    MemorySegment memory() {
        return memory;
    }

    /// The image, told that its pixels have changed. JavaFX thread.
    WritableImage refreshed() {
        pixelBuffer.updateBuffer(_ -> null);
        return image;
    }
}
