package liveroom.capture.brand;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Tells whether an archive holds symbolic links, which [java.util.zip.ZipFile] does not: they
/// are in the attributes of its central directory (APPNOTE.TXT, 4.3.12 and 4.4.15).
final class ZipLinks {
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int MAX_DIRECTORY_BYTES = 4 << 20;
    private static final int UNIX = 3;
    private static final int MACOS = 19;
    private static final int TYPE_OF_FILE = 0xf000;
    private static final int LINK = 0xa000;

    private ZipLinks() {}

    static boolean anyIn(Path zip) throws IOException {
        try (FileChannel channel = FileChannel.open(zip)) {
            int tail = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
            ByteBuffer end = read(channel, channel.size() - tail, tail);
            for (int at = tail - END_BYTES; at >= 0; at--) {
                if (end.getInt(at) == END) {
                    return anyIn(channel, end.getInt(at + 12), end.getInt(at + 16));
                }
            }
        }
        throw new ZipException("no end of a central directory");
    }

    private static boolean anyIn(FileChannel channel, int bytes, int offset) throws IOException {
        if (bytes < 0 || bytes > MAX_DIRECTORY_BYTES || offset < 0) {
            throw new ZipException("central directory of " + bytes + " bytes at " + offset);
        }
        ByteBuffer directory = read(channel, offset, bytes);
        int at = 0;
        while (at + ENTRY_BYTES <= bytes && directory.getInt(at) == ENTRY) {
            int system = directory.get(at + 5);
            int mode = directory.getShort(at + 40) & TYPE_OF_FILE;
            if ((system == UNIX || system == MACOS) && mode == LINK) {
                return true;
            }
            at += ENTRY_BYTES
                    + unsigned(directory, at + 28)
                    + unsigned(directory, at + 30)
                    + unsigned(directory, at + 32);
        }
        if (at != bytes) {
            throw new ZipException("central directory ends at " + at + " of " + bytes);
        }
        return false;
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new ZipException("ends early");
            }
        }
        return buffer;
    }
}
