package liveroom.app.studio;

import java.nio.file.Path;
import java.util.List;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.KitCard;
import liveroom.capture.brand.KitDraft;
import liveroom.capture.brand.StudioFonts;

/// The brand kits of this computer, and what can be done with them. Free-threaded; every call takes as long as the
/// disk does, so that none belongs on the window's thread or a media thread. A [BrandException] has a sentence for
/// the host.
public interface BrandKits {
    /// The kits to choose from, those that cannot be used among them, and in any case the one that the show names.
    List<KitCard> list();

    /// Takes a kit, a folder or `.zip`, into the host's own.
    ///
    /// @return what the show calls it
    String bringIn(Path kit) throws BrandException;

    /// Writes the kit that dresses the show into one archive.
    ///
    /// @param zip replaced if it is there
    void export(Path zip) throws BrandException;

    /// Begins a new kit as the one that dresses the show, or the next version of that; closed by whoever asked.
    KitDraft draft(KitDraft.Purpose purpose) throws BrandException;

    /// Makes a draft a kit. If that is the one that dresses the show, every graphic follows.
    ///
    /// @param edited the draft's kit as it is to be
    /// @return what the show calls it
    String keep(KitDraft draft, BrandKit edited) throws BrandException;

    /// What kits are drawn with.
    StudioFonts fonts();
}
