package liveroom.app.window.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.scene.DeskModel;
import liveroom.capture.brand.KitDraft;
import org.junit.jupiter.api.Test;

class BrandModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final List<String> said = new ArrayList<>();
    private final BrandModel model =
            new BrandModel(studio, new DeskModel(studio.desk(), said::add), new Threads(Runnable::run, Runnable::run));

    @Test
    void bringIn_mainFileOfAFolder_takesTheFolderAndDressesTheShow() {
        Path folder = Path.of("acme").toAbsolutePath();
        model.bringIn(folder.resolve("brand.json"));
        assertThat(studio.asked()).containsExactly("bring in " + folder);
        assertThat(model.chosen()).isEqualTo("acme");
        assertThat(said).isEmpty();
    }

    @Test
    void bringIn_noKit_saysWhyAndChangesNothing() {
        String before = model.chosen();
        model.bringIn(Path.of("broken.zip"));
        assertThat(said).containsExactly("This is no brand kit.");
        assertThat(model.chosen()).isEqualTo(before);
    }

    @Test
    void export_nameWithoutEnding_isAZip() {
        model.export(Path.of("harbour"));
        assertThat(studio.asked()).containsExactly("export harbour.zip");
        assertThat(said).containsExactly("The kit was written to harbour.zip.");
    }

    @Test
    void look_listsKitsByTheirOwnNames() {
        model.look();
        assertThat(model.chosenCard())
                .hasValueSatisfying(card -> assertThat(card.name()).isEqualTo("Daylight"));
        assertThat(model.kits().get()).hasSize(3);
    }

    @Test
    void edit_thatCannotBegin_saysWhyAndIsNoLongerBusy() {
        model.edit(KitDraft.Purpose.NEW, _ -> {
            throw new AssertionError("there is no disk");
        });
        assertThat(said).containsExactly("There is no disk.");
        assertThat(model.busy().get()).isFalse();
    }
}
