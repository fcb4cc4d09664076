package liveroom.capture.source;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.VideoFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Paints the picture that stands in for a missing one: dark, calm, with a few centred words that are wrapped and
/// shrunk until they fit.
final class SlatePainter {
    private static final Logger log = LoggerFactory.getLogger(SlatePainter.class);
    private static final int BACKGROUND = 0x16181c;
    private static final Color HEADLINE = new Color(0xe6e8eb);
    private static final Color BODY = new Color(0x9aa1ab);
    private static final Color MARK = new Color(0x3a404a);
    private static final int MAX_CHARACTERS = 600;

    private SlatePainter() {}

    /// One line of text, laid out.
    private record Line(TextLayout layout, Color color, float gapAbove) {
        float height() {
            return layout.getAscent() + layout.getDescent() + gapAbove;
        }
    }

    static void paint(VideoFormat format, String words, MemorySegment target) {
        Headless.ensure();
        BufferedImage image = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(new Color(BACKGROUND));
            graphics.fillRect(0, 0, format.width(), format.height());
            if (!words.isBlank()) {
                paintWords(graphics, format, words);
            }
        } catch (RuntimeException | LinkageError e) {
            // A machine without any font still gets its slate.
            log.warn("the slate has no words: {}", e.toString());
        } finally {
            graphics.dispose();
        }
        Raster.write(image, format, target);
    }

    private static void paintWords(Graphics2D graphics, VideoFormat format, String words) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        String shown = words.length() > MAX_CHARACTERS ? words.substring(0, MAX_CHARACTERS) + "…" : words;
        float width = format.width() * 0.76f;
        float room = format.height() * 0.72f;
        float size = Math.min(format.height() / 13f, format.width() / 20f);
        List<Line> lines = layOut(shown, size, width, graphics.getFontRenderContext());
        while (height(lines) > room && size > 6) {
            size *= 0.9f;
            lines = layOut(shown, size, width, graphics.getFontRenderContext());
        }
        float y = (format.height() - height(lines)) / 2;
        paintMark(graphics, format, y);
        for (Line line : lines) {
            y += line.gapAbove() + line.layout().getAscent();
            graphics.setColor(line.color());
            line.layout().draw(graphics, (format.width() - line.layout().getVisibleAdvance()) / 2, y);
            y += line.layout().getDescent();
        }
    }

    /// A short bar above the words.
    private static void paintMark(Graphics2D graphics, VideoFormat format, float textTop) {
        int width = format.width() / 16;
        int height = Math.max(2, format.height() / 180);
        int y = Math.max(height, Math.round(textTop - format.height() * 0.06f));
        graphics.setColor(MARK);
        graphics.fillRoundRect((format.width() - width) / 2, y, width, height, height, height);
    }

    private static List<Line> layOut(String words, float size, float width, FontRenderContext context) {
        List<Line> lines = new ArrayList<>();
        boolean first = true;
        for (String paragraph : words.lines().filter(line -> !line.isBlank()).toList()) {
            Font font = new Font(Font.SANS_SERIF, first ? Font.BOLD : Font.PLAIN, 1)
                    .deriveFont(first ? size : size * 0.58f);
            AttributedString text = new AttributedString(paragraph.strip());
            text.addAttribute(TextAttribute.FONT, font);
            LineBreakMeasurer measurer = new LineBreakMeasurer(text.getIterator(), context);
            float gap = first ? 0 : size * 0.5f;
            while (measurer.getPosition() < paragraph.strip().length()) {
                lines.add(new Line(measurer.nextLayout(width), first ? HEADLINE : BODY, gap));
                gap = size * 0.12f;
            }
            first = false;
        }
        return lines;
    }

    private static float height(List<Line> lines) {
        return (float) lines.stream().mapToDouble(Line::height).sum();
    }
}
