package liveroom.capture.graphics;

import java.awt.font.LineBreakMeasurer;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text broken so that no line is wider than asked.
final class LineBreaks {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean torn;

    private LineBreaks(String text) {
        this.text = text;
    }

    static LineBreaks of(String text, TextStyle style, double width) {
        LineBreaks breaks = new LineBreaks(text);
        int start = 0;
        for (String paragraph : text.split("\n", -1)) {
            if (paragraph.isBlank()) {
                breaks.add(start, "");
            } else {
                breaks.addParagraph(start, paragraph, style, width);
            }
            start += paragraph.length() + 1;
        }
        return breaks;
    }

    List<String> lines() {
        return lines;
    }

    /// Whether a word had to be broken, since it is wider than a line.
    boolean torn() {
        return torn;
    }

    /// All that is left where a line begins, in one.
    String from(int line) {
        return text.substring(starts.get(line)).replace('\n', ' ').strip();
    }

    private void addParagraph(int start, String paragraph, TextStyle style, double width) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(paragraph);
        LineBreakMeasurer measurer = new LineBreakMeasurer(
                style.face().styled(paragraph, style.size(), style.tracking()).getIterator(), Face.CONTEXT);
        int from = 0;
        while (from < paragraph.length()) {
            int to = measurer.nextOffset((float) width);
            torn |= !words.isBoundary(to);
            add(start + from, paragraph.substring(from, to).strip());
            measurer.setPosition(to);
            from = to;
        }
    }

    private void add(int start, String line) {
        starts.add(start);
        lines.add(line);
    }
}
