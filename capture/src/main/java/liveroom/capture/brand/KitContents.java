package liveroom.capture.brand;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import liveroom.capture.brand.BrandException.Code;

/// Whether a file is what its name says, and harmless. Looks at its content, as far as that tells.
final class KitContents {
    private static final byte[] MATROSKA = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
    private static final byte[] FTYP = {'f', 't', 'y', 'p'};
    private static final byte[] TRUETYPE = {0, 1, 0, 0};
    private static final byte[] APPLE_TRUETYPE = {'t', 'r', 'u', 'e'};
    private static final byte[] OPENTYPE = {'O', 'T', 'T', 'O'};

    private KitContents() {}

    /// @throws BrandException [Code#BROKEN] if it is something else, another code if it would do
    ///     harm
    static void check(InputStream in, String name, FileKind kind) throws BrandException, IOException {
        String shown = KitNames.shown(name);
        try {
            switch (kind) {
                case IMAGE -> ImageHeader.read(in).bound(shown);
                case DRAWING -> SvgCheck.check(in, name);
                case FONT -> begins(in.readNBytes(4), TRUETYPE, APPLE_TRUETYPE, OPENTYPE);
                case VIDEO -> video(in.readNBytes(8));
                case DATA, TEXT -> {}
            }
        } catch (EOFException | IIOException e) {
            throw new BrandException(
                    Code.BROKEN, "The file " + shown + " is damaged, or is not what its name says.", e);
        }
    }

    /// Whether a file that passed [#check] can be opened to its end.
    static boolean opens(Path file, String name) {
        return switch (FileKind.of(name).orElseThrow()) {
            case IMAGE -> decodes(file);
            case FONT -> StudioFonts.open(file).isPresent();
            case DRAWING, VIDEO, DATA, TEXT -> true;
        };
    }

    /// Decodes a small copy: a picture of the largest size would take 160 MB.
    private static boolean decodes(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam smaller = reader.getDefaultReadParam();
                int step = 1 + Math.max(reader.getWidth(0), reader.getHeight(0)) / 1000;
                smaller.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, smaller) != null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // the runtime's readers throw what they like for a damaged file
            return false;
        }
    }

    /// FFmpeg goes by content: a playlist of addresses that is called a video must not get to it.
    private static void video(byte[] head) throws IIOException {
        if (head.length < 8 || !Arrays.equals(Arrays.copyOfRange(head, 4, 8), FTYP)) {
            begins(Arrays.copyOf(head, 4), MATROSKA);
        }
    }

    private static void begins(byte[] head, byte[]... beginnings) throws IIOException {
        if (Arrays.stream(beginnings).noneMatch(beginning -> Arrays.equals(head, beginning))) {
            throw new IIOException("begins with " + Arrays.toString(head));
        }
    }
}
