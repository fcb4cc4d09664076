package liveroom.capture.graphics;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, as its JPEG says: Exif 2.32, section 4.6.4, tag 274.
///
/// @param value 1 for upright, to 8
record JpegOrientation(int value) {
    static final JpegOrientation UPRIGHT = new JpegOrientation(1);
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int START_OF_SCAN = 0xffda;
    private static final int APPLICATION_1 = 0xffe1;
    private static final long EXIF = 0x457869660000L;
    private static final int TAG = 274;

    /// Upright where the file does not say, or is none.
    static JpegOrientation of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < 4 || (bytes.getShort() & 0xffff) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        while (bytes.remaining() > 4) {
            int marker = bytes.getShort() & 0xffff;
            int length = (bytes.getShort() & 0xffff) - 2;
            if (marker < 0xff00 || marker == START_OF_SCAN || length < 0 || length > bytes.remaining()) {
                return UPRIGHT;
            }
            if (marker == APPLICATION_1 && length > 14 && bytes.getLong(bytes.position()) >>> 16 == EXIF) {
                return inDirectory(bytes.slice(bytes.position() + 6, length - 6));
            }
            bytes.position(bytes.position() + length);
        }
        return UPRIGHT;
    }

    private static JpegOrientation inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int start = tiff.getInt(4);
        if (start < 8 || start > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(start) & 0xffff;
        for (int entry = start + 2; entries > 0 && entry + 12 <= tiff.limit(); entry += 12, entries--) {
            int value = tiff.getShort(entry + 8);
            if ((tiff.getShort(entry) & 0xffff) == TAG && value >= 1 && value <= 8) {
                return new JpegOrientation(value);
            }
        }
        return UPRIGHT;
    }

    BufferedImage upright(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = value >= 5;
        BufferedImage turned =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn(width, height), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
