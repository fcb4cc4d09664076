package liveroom.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.BrandKits;
import liveroom.app.studio.Brands;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.KitCard;
import liveroom.capture.brand.KitDraft;
import liveroom.capture.brand.StudioFonts;

/// Three kits that ship, and no disk: kits can be chosen and brought in, and not made.
final class FakeKits implements BrandKits {
    private static final StudioFonts FONTS = shipped();

    private final Consumer<String> asked;

    FakeKits(Consumer<String> asked) {
        this.asked = asked;
    }

    @Override
    public List<KitCard> list() {
        return List.of(card("atelier", "Atelier"), card("daylight", "Daylight"), card("nocturne", "Nocturne"));
    }

    private static KitCard card(String brand, String name) {
        return new KitCard(brand, name, 1, KitCard.Origin.SHIPPED, "");
    }

    @Override
    public String bringIn(Path kit) throws BrandException {
        if (kit.endsWith("broken.zip")) {
            throw new BrandException(BrandException.Code.NOT_A_KIT, "This is no brand kit.");
        }
        asked.accept("bring in " + kit);
        return "acme";
    }

    @Override
    public void export(Path zip) {
        asked.accept("export " + zip.getFileName());
    }

    @Override
    public KitDraft draft(KitDraft.Purpose purpose) throws BrandException {
        throw new BrandException(BrandException.Code.DISK, "There is no disk.");
    }

    @Override
    public String keep(KitDraft draft, BrandKit edited) throws BrandException {
        throw new BrandException(BrandException.Code.DISK, "There is no disk.");
    }

    @Override
    public StudioFonts fonts() {
        return FONTS;
    }

    private static StudioFonts shipped() {
        try {
            return Brands.open(StudioHome.temporary()).fonts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
