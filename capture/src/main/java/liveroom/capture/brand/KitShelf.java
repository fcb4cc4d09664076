package liveroom.capture.brand;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liveroom.capture.brand.BrandException.Code;
import org.jspecify.annotations.Nullable;

/// The kits at hand: those that the studio ships, the host's own, and any other by its path.
/// Free-threaded; every call takes as long as the disk does.
public final class KitShelf {
    /// The kit of a new show, and the one to fall back on.
    public static final String STANDARD = "daylight";

    private static final int MAX_FOLDER_NAME = 40;
    /// Of each shelf: a folder with more is none for kits.
    private static final int MAX_KITS = 200;

    private final Path shipped;
    private final Path own;
    private final Path unpacked;

    /// @param shipped a folder with a folder for each kit that ships, only read
    /// @param own the same for the host's kits; need not be there yet
    /// @param unpacked where archives are unpacked, and stay; need not be there yet
    public KitShelf(Path shipped, Path own, Path unpacked) {
        this.shipped = shipped;
        this.own = own;
        this.unpacked = unpacked;
    }

    /// What [#open(String)] knows by name: shipped kits, then the host's folders and `.zip` files, each in the
    /// order of their names. Some may turn out to be no kits: [#cards()] tells.
    public List<String> names() throws BrandException {
        List<String> names = new ArrayList<>(kits(shipped));
        kits(own).stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    private static List<String> kits(Path shelf) throws BrandException {
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (var entries = Files.list(shelf)) {
            return entries.filter(entry -> !KitListing.isHidden(entry))
                    .filter(entry -> Files.isDirectory(entry) || isArchive(entry))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .limit(MAX_KITS)
                    .toList();
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The folder " + shelf + " cannot be read.", e);
        }
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(file);
    }

    /// The kits of [#names()], each looked into. One of the host's own whose name a shipped kit has is opened by
    /// its path.
    public List<KitCard> cards() throws BrandException {
        List<KitCard> cards = new ArrayList<>();
        List<String> ships = kits(shipped);
        ships.forEach(name -> cards.add(card(name)));
        for (String name : kits(own)) {
            cards.add(card(
                    ships.contains(name) ? own.resolve(name).toAbsolutePath().toString() : name));
        }
        return cards;
    }

    /// Looks into one kit. @param brand as for [#open(String)]
    public KitCard card(String brand) {
        try {
            BrandKit kit = open(brand);
            return new KitCard(brand, kit.name(), kit.version(), origin(kit), "");
        } catch (BrandException e) {
            String file = brand.substring(1 + Math.max(brand.lastIndexOf('/'), brand.lastIndexOf('\\')));
            return new KitCard(brand, file.isBlank() ? brand : file, 0, KitCard.Origin.ELSEWHERE, e.sentence());
        }
    }

    private KitCard.Origin origin(BrandKit kit) {
        if (isIn(shipped, kit)) {
            return KitCard.Origin.SHIPPED;
        }
        return isIn(own, kit) ? KitCard.Origin.OWN : KitCard.Origin.ELSEWHERE;
    }

    private static boolean isIn(Path shelf, BrandKit kit) {
        try {
            return Files.isDirectory(shelf)
                    && shelf.toRealPath().equals(kit.folder().getParent());
        } catch (IOException _) {
            return false;
        }
    }

    /// Begins a new kit, or the next version of one of the host's own.
    ///
    /// @param kit as it was opened
    public KitDraft draft(BrandKit kit, KitDraft.Purpose purpose) throws BrandException {
        if (purpose == KitDraft.Purpose.CHANGE && !isIn(own, kit)) {
            throw new BrandException(
                    Code.DISK, KitNames.shown(kit.name()) + " is no kit of your own. Make a new one from it.");
        }
        return KitDraft.of(kit, purpose, unpacked.resolveSibling("drafts"));
    }

    /// Makes a draft a kit: a new one of the host's own, its version 1, or the next version in the place of
    /// the one that it began as, which is kept with the last ten ([KitHistory]).
    ///
    /// @param edited the draft's kit as it is to be
    /// @return its name, for [#open(String)]
    /// @throws BrandException with a sentence for the host; then no kit has changed
    public String keep(KitDraft draft, BrandKit edited) throws BrandException {
        BrandKit valid = BrandJson.read(BrandJson.write(edited), edited.folder());
        Set<String> brought = draft.settle(valid);
        return switch (draft.purpose()) {
            case NEW -> add(valid.saved(1, valid.folder()), IfTaken.KEEP_BOTH);
            case CHANGE -> change(draft.origin().folder(), valid, brought);
        };
    }

    private String change(Path folder, BrandKit edited, Set<String> brought) throws BrandException {
        BrandKit present = BrandKitReader.readFolder(folder);
        for (String name : brought) {
            BrandKitWriter.bring(KitFiles.place(edited.folder(), name), KitFiles.place(folder, name));
        }
        BrandKitWriter.save(edited.saved(present.version(), folder), folder);
        String name = String.valueOf(folder.getFileName());
        return kits(shipped).contains(name) ? folder.toString() : name;
    }

    /// Opens a kit.
    ///
    /// @param brand one of [#names()], or the path of a folder or `.zip`, as a show has it
    public BrandKit open(String brand) throws BrandException {
        for (Path shelf : List.of(shipped, own)) {
            if (kits(shelf).contains(brand)) {
                return open(shelf.resolve(brand));
            }
        }
        Path path;
        try {
            path = Path.of(brand);
        } catch (InvalidPathException e) {
            throw nothing(brand, e);
        }
        if (brand.isBlank() || !Files.exists(path)) {
            throw nothing(brand, null);
        }
        return open(path);
    }

    private BrandKit open(Path path) throws BrandException {
        return Files.isDirectory(path) ? BrandKitReader.readFolder(path) : archive(path);
    }

    private BrandException nothing(String brand, @Nullable Exception cause) throws BrandException {
        return new BrandException(
                Code.MISSING,
                "There is no brand kit " + KitNames.shown(brand) + ". Give the path of a folder or .zip, or one of "
                        + String.join(", ", names()) + ".",
                cause);
    }

    /// An archive that was unpacked once is not unpacked again.
    private BrandKit archive(Path zip) throws BrandException {
        Path folder = unpacked.resolve(fingerprint(zip));
        return Files.isDirectory(folder) ? BrandKitReader.readFolder(folder) : BrandKitReader.readZip(zip, folder);
    }

    private static String fingerprint(Path zip) throws BrandException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(zip), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 16);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The file " + zip + " cannot be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What to do with a kit whose name is taken already.
    public enum IfTaken {
        /// It gets a name with a number.
        KEEP_BOTH,
        /// The host's kit of that name gives way; one that ships never does.
        REPLACE
    }

    /// Takes a kit, a folder or `.zip`, into the host's own.
    ///
    /// @return its name, for [#open(String)]
    public String bringIn(Path kit, IfTaken ifTaken) throws BrandException {
        return add(open(kit.toAbsolutePath().toString()), ifTaken);
    }

    /// Adds a copy of a kit to the host's own: what begins a new one.
    ///
    /// @return its name, for [#open(String)]
    public String add(BrandKit kit, IfTaken ifTaken) throws BrandException {
        String wanted = folderName(kit.name());
        List<String> taken = names();
        boolean replaces = ifTaken == IfTaken.REPLACE && kits(own).contains(wanted);
        String name = wanted;
        for (int number = 2; !replaces && (taken.contains(name) || Files.exists(own.resolve(name))); number++) {
            name = wanted + "-" + number;
        }
        BrandKitWriter.copy(kit, kit.saved(kit.version(), own.resolve(name).toAbsolutePath()), ifTaken);
        return name;
    }

    /// Removes one of the host's own kits.
    public void remove(String name) throws BrandException {
        if (!kits(own).contains(name)) {
            throw nothing(name, null);
        }
        try {
            FreshFolder.delete(own.resolve(name));
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit " + KitNames.shown(name) + " cannot be removed.", e);
        }
    }

    private String folderName(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        int end = plain.offsetByCodePoints(0, Math.min(MAX_FOLDER_NAME, plain.codePointCount(0, plain.length())));
        String cut = plain.substring(0, end);
        try {
            return KitNames.isPlain(cut) && own.resolve(cut).startsWith(own) ? cut : "kit";
        } catch (InvalidPathException _) {
            // this system's file names hold fewer letters than the brand's
            return "kit";
        }
    }
}
