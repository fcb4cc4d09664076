package liveroom.app.window.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditsTest {
    private final Edits<String> edits = new Edits<>();

    @Test
    void undo_afterTypingInOneField_takesAllOfItBack() {
        edits.change("name", "");
        edits.change("name", "A");
        edits.change("name", "An");
        edits.change("colour", "Ana");
        assertThat(edits.undo("Ana, blue")).contains("Ana");
        assertThat(edits.undo("Ana")).contains("");
        assertThat(edits.undo("")).isEmpty();
        assertThat(edits.redo("")).contains("Ana");
        assertThat(edits.redo("Ana")).contains("Ana, blue");
        assertThat(edits.canRedo()).isFalse();
    }

    @Test
    void redo_afterAnotherChange_isGone() {
        edits.change("name", "A");
        assertThat(edits.undo("B")).contains("A");
        edits.change("name", "A");
        assertThat(edits.canRedo()).isFalse();
        assertThat(edits.undo("C")).contains("A");
    }

    @Test
    void change_thatStandsForItself_isUndoneByItself() {
        edits.change(Edits.ALONE, "1");
        edits.change(Edits.ALONE, "2");
        assertThat(edits.undo("3")).contains("2");
        assertThat(edits.undo("2")).contains("1");
    }
}
