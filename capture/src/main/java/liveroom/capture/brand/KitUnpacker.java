package liveroom.capture.brand;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import liveroom.capture.brand.BrandException.Code;

/// Unpacks an archive that may be hostile. Believes no size that the archive tells of itself;
/// writes nothing but what a kit may hold: archives within the archive and files of unknown kinds
/// stay behind.
final class KitUnpacker {
    private static final int BLOCK = 1 << 16;

    private final Path zip;
    private final Path folder;
    private long bytes;

    private KitUnpacker(Path zip, Path folder) {
        this.zip = zip;
        this.folder = folder;
    }

    /// @param folder empty, and the caller's alone; what has been written stays there when the
    ///     rest is refused
    static void unpack(Path zip, Path folder) throws BrandException {
        new KitUnpacker(zip, folder).unpack();
    }

    private void unpack() throws BrandException {
        try {
            if (Files.size(zip) > KitListing.MAX_TOTAL_BYTES) {
                throw new BrandException(Code.TOO_LARGE, KitListing.tooMuch());
            }
            if (ZipLinks.anyIn(zip)) {
                throw new BrandException(Code.UNSAFE, "The archive holds links; a kit holds its files itself.");
            }
            try (ZipFile archive = new ZipFile(zip.toFile())) {
                List<ZipEntry> files = files(archive);
                String top = top(files);
                for (ZipEntry file : files) {
                    if (file.getName().startsWith(top)) {
                        write(archive, file, file.getName().substring(top.length()));
                    }
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new BrandException(Code.BROKEN, "The archive is damaged, or is no .zip at all.", e);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The archive cannot be read, or its files cannot be written.", e);
        }
    }

    private static List<ZipEntry> files(ZipFile archive) throws BrandException {
        if (archive.size() > KitListing.MAX_ENTRIES) {
            throw new BrandException(
                    Code.TOO_LARGE, "There are more than " + KitListing.MAX_ENTRIES + " files in the archive.");
        }
        List<ZipEntry> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.isDirectory() ? entry.getName().replaceFirst("/$", "") : entry.getName();
            if (!KitNames.isPlain(name)) {
                throw new BrandException(
                        Code.UNSAFE, "The archive names a file " + KitNames.shown(name) + ", which no kit may.");
            }
            if (!names.add(KitNames.folded(name))) {
                throw new BrandException(Code.UNSAFE, "The archive names " + KitNames.shown(name) + " twice.");
            }
            if (!entry.isDirectory() && FileKind.of(name).isPresent() && !isHidden(name)) {
                files.add(entry);
            }
        }
        if (files.size() > KitListing.MAX_FILES) {
            throw new BrandException(Code.TOO_LARGE, KitListing.tooMuch());
        }
        return files;
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
    }

    /// Many archives hold one folder, and all the rest in it. @return its name with a `/`, or
    /// nothing
    private static String top(List<ZipEntry> files) throws BrandException {
        List<String> found = files.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(BrandJson.FILE) || name.endsWith("/" + BrandJson.FILE))
                .map(name -> name.substring(0, name.length() - BrandJson.FILE.length()))
                .filter(top -> top.indexOf('/') == top.length() - 1)
                .toList();
        if (found.contains("")) {
            return "";
        }
        if (found.size() != 1) {
            throw new BrandException(Code.NOT_A_KIT, "The archive is no brand kit: it has no " + BrandJson.FILE + ".");
        }
        return found.getFirst();
    }

    private void write(ZipFile archive, ZipEntry entry, String name) throws BrandException, IOException {
        FileKind kind = FileKind.of(name).orElseThrow();
        Path file = KitFiles.place(folder, name);
        try (InputStream in = archive.getInputStream(entry)) {
            Path parent = file.getParent();
            if (in == null || parent == null) {
                throw new ZipException("no content for " + name);
            }
            Files.createDirectories(parent);
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(in, out, name, kind);
            }
        }
    }

    private void copy(InputStream in, OutputStream out, String name, FileKind kind) throws BrandException, IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            size += read;
            bytes += read;
            if (size > kind.maxBytes()) {
                throw KitFiles.tooLarge(KitNames.shown(name), kind);
            }
            if (bytes > KitListing.MAX_TOTAL_BYTES) {
                throw new BrandException(Code.TOO_LARGE, KitListing.tooMuch());
            }
            out.write(block, 0, read);
        }
    }
}
