package liveroom.capture.brand;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// Reads how heavy a font is from its table `OS/2`, which [java.awt.Font] does not tell (OpenType
/// 1.9, `usWeightClass`).
final class FontWeight {
    private static final int OS2 = 0x4f532f32;
    private static final int NORMAL = 400;
    private static final int MAX_TABLES = 64;

    private FontWeight() {}

    /// As in CSS; 400 if the font does not say.
    static int of(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.skipBytes(4);
            int tables = Math.min(MAX_TABLES, in.readUnsignedShort());
            in.seek(12);
            for (int i = 0; i < tables; i++) {
                int tag = in.readInt();
                in.skipBytes(4);
                long offset = Integer.toUnsignedLong(in.readInt());
                in.skipBytes(4);
                if (tag == OS2) {
                    in.seek(offset + 4);
                    int weight = in.readUnsignedShort();
                    return weight >= 1 && weight <= 1000 ? weight : NORMAL;
                }
            }
            return NORMAL;
        }
    }
}
