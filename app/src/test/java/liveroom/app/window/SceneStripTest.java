package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;

/// The scenes of the strip, as they look.
class SceneStripTest extends SceneWindowTest {
    private List<Node> cards() {
        return List.copyOf(window.find("scenes", ListView.class).lookupAll(".room-scene"));
    }

    /// The colours in the upper left corners of the stills that are shown.
    private List<Integer> corners() {
        List<Integer> corners = new ArrayList<>();
        for (Node card : cards()) {
            ImageView view = (ImageView) card.lookup("ImageView");
            if (view.getImage() != null) {
                corners.add(view.getImage().getPixelReader().getArgb(4, 4));
            }
        }
        return corners;
    }

    private static boolean near(int argb, Color colour) {
        Color seen = new Color(argb);
        return Math.abs(seen.getRed() - colour.getRed()) < 12
                && Math.abs(seen.getGreen() - colour.getGreen()) < 12
                && Math.abs(seen.getBlue() - colour.getBlue()) < 12;
    }

    @Test
    void scenes_areShownAsTheyLook_andAnewWhenTheyChange() throws Exception {
        window.await("each has its still", () -> corners().size() == 3);
        List<Integer> corners = WindowHarness.onFx(this::corners);
        for (String id : List.of("talk", "product", "end")) {
            assertThat(corners).as(id).anyMatch(corner -> near(corner, FakeScenePictures.colour(id)));
        }
        int before = studio.scenePictures().asked().size();
        studio.desk().perform(new ShowCommand.Reveal("product", "name", false), "Mira");
        window.await(
                "it is made anew",
                () -> studio.scenePictures()
                        .asked()
                        .subList(before, studio.scenePictures().asked().size())
                        .contains("product"));
        assertThat(studio.scenePictures().threads()).noneMatch(name -> name.contains("JavaFX"));
    }

    @Test
    void scenes_inEverySize_areWholeAndTheirNamesToo() throws Exception {
        studio.desk().perform(new ShowCommand.RenameScene("product", "Screen with speaker"), "host");
        for (int[] size : new int[][] {{960, 600}, {1280, 720}, {1440, 900}}) {
            window.resize(size[0], size[1]);
            window.await(
                    "all are whole at " + size[0],
                    () -> cards().size() == 3 && cards().stream().allMatch(this::isWhole));
            assertThat(window.shows("fade-before") || window.shows("fade-after"))
                    .isFalse();
        }
    }

    @Test
    void scenes_moreThanThereIsRoomFor_areMovedByTheWheel() throws Exception {
        window.resize(960, 600);
        for (int i = 4; i <= 9; i++) {
            Scene scene = new Scene("more-" + i, "Scene " + i, List.of());
            studio.desk().perform(new ShowCommand.AddScene(scene, i), "host");
        }
        window.await("they are there", () -> sees("Talk") && !sees("Scene 9"));
        window.await("the row goes on to the right", () -> window.shows("fade-after") && !window.shows("fade-before"));
        window.robot().moveTo(window.find("scenes", Node.class));
        window.robot().scroll(60, VerticalDirection.DOWN);
        window.await("the last one is seen", () -> sees("Scene 9") && !sees("Talk"));
        window.await("the row goes on to the left", () -> window.shows("fade-before") && !window.shows("fade-after"));
        window.robot().scroll(60, VerticalDirection.UP);
        window.await("the first ones are back", () -> sees("Talk"));
    }

    private boolean sees(String name) {
        return cards().stream()
                .filter(card -> card.getParent().isVisible()) // the list keeps cells that it does not need
                .filter(card -> card.lookup(".room-scene-name") instanceof Label label
                        && label.getText().equals(name))
                .anyMatch(this::isWhole);
    }

    private boolean isWhole(Node card) {
        Bounds list = window.find("scenes", Node.class)
                .localToScene(window.find("scenes", Node.class).getLayoutBounds());
        Bounds place = card.localToScene(card.getLayoutBounds());
        Label name = (Label) card.lookup(".room-scene-name");
        Text written = (Text) name.lookup(".text");
        Bounds words = name.localToScene(name.getLayoutBounds());
        return list.contains(place)
                && place.contains(words)
                && written.getText().equals(name.getText());
    }
}
