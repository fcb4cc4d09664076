package liveroom.capture.graphics;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.ImageHeader;
import liveroom.capture.brand.SvgCheck;

/// Reads PNG, JPEG, WebP and SVG files that may be hostile.
final class PictureReader {
    private static final int MAX_FILE_BYTES = 32 << 20;
    private static final int MAX_SVG_BYTES = 2 << 20;
    /// More than this is never seen of a picture in a show.
    private static final int USEFUL_SIDE = 3840;

    private PictureReader() {}

    /// A picture that is not drawn. Its message is the end of a sentence that begins with the picture's name.
    static final class RefusedException extends IOException {
        RefusedException(String message) {
            super(message);
        }

        RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Picture read(Path path) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_FILE_BYTES + 1);
        }
        if (bytes.length > MAX_FILE_BYTES) {
            throw new RefusedException("is larger than 32 MB");
        }
        try {
            return isSvg(bytes) ? svg(bytes) : raster(bytes);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the runtime's readers throw what they like for a damaged file
            throw new RefusedException("is broken", e);
        }
    }

    private static boolean isSvg(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.UTF_8);
        return head.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static Picture svg(byte[] bytes) throws IOException {
        if (bytes.length > MAX_SVG_BYTES) {
            throw new RefusedException("is an SVG file larger than 2 MB");
        }
        try {
            SvgCheck.check(new ByteArrayInputStream(bytes), "");
        } catch (BrandException e) {
            throw new RefusedException("is an SVG file that does more than draw, or is broken", e);
        }
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .build();
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(bytes), null, context);
        if (document == null || !(document.size().width > 0 && document.size().height > 0)) {
            throw new RefusedException("is no picture, or a broken one");
        }
        return new Picture.Vector(document, bytes.length);
    }

    private static Picture raster(byte[] bytes) throws IOException {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new RefusedException("is no PNG, JPEG, WebP or SVG file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return new Picture.Raster(JpegOrientation.of(bytes).upright(decoded(reader)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > ImageHeader.MAX_SIDE
                || height > ImageHeader.MAX_SIDE
                || (long) width * height > ImageHeader.MAX_PIXELS) {
            throw new RefusedException("has more than 40 million pixels, or more than 8192 on a side");
        }
        ImageReadParam fewer = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / USEFUL_SIDE);
        fewer.setSourceSubsampling(step, step, 0, 0);
        BufferedImage decoded = reader.read(0, fewer);
        BufferedImage image =
                new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(decoded, 0, 0, null);
        graphics.dispose();
        return image;
    }
}
