package liveroom.app.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import liveroom.app.text.Messages;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKitWriter;
import liveroom.capture.brand.Finding;
import liveroom.capture.brand.KitCard;
import liveroom.capture.brand.KitCheck;
import liveroom.capture.brand.KitDraft;
import liveroom.capture.brand.KitShelf;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.show.DeskState;

/// The kit that dresses the show. When the show names another, that is opened and takes its place; one that cannot be
/// opened leaves the present one where it is, and the host is told. Free-threaded.
final class BrandInUse implements BrandKits {
    private static final int MAX_FINDINGS = 2;

    private final Brands brands;
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
    BrandInUse(Brands brands, String brand, Executor disk, NoticeBoard notices, Messages messages)
            throws BrandException {
        this.brands = brands;
        this.disk = disk;
        this.notices = notices;
        this.messages = messages;
        this.wanted = brand;
        this.kit = brands.shelf().open(KitShelf.STANDARD);
        if (!brand.equals(KitShelf.STANDARD)) {
            change(brand);
        }
        names = brands.shelf().names();
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
            BrandKit opened = brands.shelf().open(brand);
            List<Finding> findings = KitCheck.findings(opened, brands.fonts());
            names = brands.shelf().names();
            kit = opened;
            tell(findings);
        } catch (BrandException e) {
            unusable(e);
        }
    }

    @Override
    public String bringIn(Path path) throws BrandException {
        String name = brands.shelf().bringIn(path, KitShelf.IfTaken.KEEP_BOTH);
        names = brands.shelf().names();
        return name;
    }

    @Override
    public void export(Path zip) throws BrandException {
        BrandKitWriter.export(kit, zip);
    }

    @Override
    public KitDraft draft(KitDraft.Purpose purpose) throws BrandException {
        return brands.shelf().draft(kit, purpose);
    }

    @Override
    public String keep(KitDraft draft, BrandKit edited) throws BrandException {
        String name = brands.shelf().keep(draft, edited);
        names = brands.shelf().names();
        if (name.equals(wanted)) {
            disk.execute(() -> change(name));
        }
        return name;
    }

    @Override
    public StudioFonts fonts() {
        return brands.fonts();
    }

    private void tell(List<Finding> findings) {
        if (findings.isEmpty()) {
            notices.settle(Notice.Subject.BRAND);
            return;
        }
        String first =
                findings.stream().limit(MAX_FINDINGS).map(Finding::sentence).collect(Collectors.joining("\n"));
        notices.post(
                Notice.Severity.WARNING, Notice.Subject.BRAND, messages.text("brand.findings", findings.size(), first));
    }

    @Override
    public List<KitCard> list() {
        List<KitCard> cards = new ArrayList<>();
        try {
            names = brands.shelf().names();
            cards.addAll(brands.shelf().cards());
        } catch (BrandException e) {
            unusable(e);
        }
        String worn = wanted;
        if (cards.stream().noneMatch(card -> card.brand().equals(worn))) {
            cards.add(brands.shelf().card(worn));
        }
        return cards;
    }

    private void unusable(BrandException e) {
        notices.post(Notice.Severity.WARNING, Notice.Subject.BRAND, messages.text("brand.unusable", e.sentence()));
    }
}
