package liveroom.app.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import liveroom.app.text.Messages;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.KitShelf;
import liveroom.capture.show.DeskState;

/// The kit that dresses the show. When the show names another, that is opened and takes its place; one that cannot be
/// opened leaves the present one where it is, and the host is told. Free-threaded.
final class BrandInUse {
    private final KitShelf shelf;
    private final Executor disk;
    private final NoticeBoard notices;
    private final Messages messages;
    private volatile String wanted;
    private volatile BrandKit kit;
    private volatile List<String> names = List.of();

    /// Opens the kit that the show names, or the one that always ships.
    ///
    /// @param disk where kits are opened later
    /// @throws BrandException if not even that one can be opened
    BrandInUse(KitShelf shelf, String brand, Executor disk, NoticeBoard notices, Messages messages)
            throws BrandException {
        this.shelf = shelf;
        this.disk = disk;
        this.notices = notices;
        this.messages = messages;
        this.wanted = brand;
        this.kit = shelf.open(KitShelf.STANDARD);
        if (!brand.equals(KitShelf.STANDARD)) {
            change(brand);
        }
        names = shelf.names();
    }

    /// The same object for as long as the kit does not change.
    BrandKit kit() {
        return kit;
    }

    /// The kits as they were found last.
    List<String> names() {
        return names;
    }

    void follow(DeskState state) {
        String brand = state.show().brand();
        if (!brand.equals(wanted)) {
            wanted = brand;
            disk.execute(() -> change(brand));
        }
    }

    private void change(String brand) {
        if (!brand.equals(wanted)) {
            return;
        }
        try {
            kit = shelf.open(brand);
            names = shelf.names();
            notices.settle(Notice.Subject.BRAND);
        } catch (BrandException e) {
            notices.post(
                    Notice.Severity.WARNING,
                    Notice.Subject.BRAND,
                    messages.text("brand.unusable", String.valueOf(e.getMessage())));
        }
    }

    /// Adds a folder or `.zip` to the host's own kits.
    ///
    /// @return its name there
    String bringIn(Path kit) throws BrandException {
        String name = shelf.bringIn(kit, KitShelf.IfTaken.KEEP_BOTH);
        names = shelf.names();
        return name;
    }

    /// Looks at the disk.
    List<String> look() {
        try {
            names = shelf.names();
        } catch (BrandException e) {
            notices.post(
                    Notice.Severity.WARNING,
                    Notice.Subject.BRAND,
                    messages.text("brand.unusable", String.valueOf(e.getMessage())));
        }
        return names;
    }
}
