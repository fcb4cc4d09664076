package liveroom.capture.brand;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.IIOException;
import liveroom.capture.brand.BrandException.Code;

/// The size of a PNG or JPEG picture in pixels, read from its beginning, before any memory is
/// taken for its pixels.
public record ImageHeader(int width, int height) {
    public static final int MAX_SIDE = 8192;
    public static final long MAX_PIXELS = 40_000_000;

    private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;
    private static final int JPEG_START = 0xffd8;

    /// Reads the header of a picture, by its content, not by a name.
    ///
    /// @throws IIOException if it has none
    /// @throws java.io.EOFException if it ends before it
    public static ImageHeader read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int start = data.readUnsignedShort();
        if (start == JPEG_START) {
            return jpeg(data);
        }
        long signature = (long) start << 48 | (long) data.readUnsignedShort() << 32 | (data.readInt() & 0xffffffffL);
        data.readInt();
        if (signature != PNG_SIGNATURE || data.readInt() != IHDR) {
            throw new IIOException("neither PNG nor JPEG");
        }
        return sized(data.readInt(), data.readInt());
    }

    private static ImageHeader jpeg(DataInputStream data) throws IOException {
        while (true) {
            if (data.readUnsignedByte() != 0xff) {
                throw new IIOException("no JPEG marker where one must be");
            }
            int marker = data.readUnsignedByte();
            while (marker == 0xff) {
                marker = data.readUnsignedByte();
            }
            int length = data.readUnsignedShort();
            if (length < 2) {
                throw new IIOException("JPEG segment of " + length + " bytes");
            }
            if (isFrame(marker)) {
                data.readUnsignedByte();
                int height = data.readUnsignedShort();
                return sized(data.readUnsignedShort(), height);
            }
            if (marker == 0xda || marker == 0xd9) {
                throw new IIOException("JPEG without a frame header");
            }
            data.skipNBytes(length - 2L);
        }
    }

    /// SOF0 to SOF15, among which are three markers that mean something else (ITU-T T.81, table
    /// B.1).
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static ImageHeader sized(int width, int height) throws IOException {
        if (width <= 0 || height <= 0) {
            throw new IIOException(width + "x" + height + " pixels");
        }
        return new ImageHeader(width, height);
    }

    /// Refuses a picture that has more pixels than a show can need.
    ///
    /// @param shown how a sentence calls the picture
    public void bound(String shown) throws BrandException {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new BrandException(
                    Code.TOO_LARGE,
                    "The image " + shown + " has " + width + " x " + height + " pixels; " + MAX_SIDE
                            + " a side and 40 million in all are allowed. Save it smaller.");
        }
    }
}
