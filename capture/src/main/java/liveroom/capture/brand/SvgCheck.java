package liveroom.capture.brand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import liveroom.capture.brand.BrandException.Code;

/// Refuses SVG drawings that do more than draw: scripts, event handlers, animation, whatever is
/// fetched from elsewhere, and what would take for ever to draw.
public final class SvgCheck {
    private static final int MAX_DEPTH = 64;
    /// Of all pictures in it: they are all in memory at once.
    private static final long MAX_PIXELS = 16_000_000;
    private static final Set<String> ACTIVE = Set.of(
            "script",
            "foreignobject",
            "handler",
            "listener",
            "set",
            "discard",
            "iframe",
            "object",
            "embed",
            "audio",
            "video");
    private static final Pattern PICTURE = Pattern.compile("data:image/(?:png|jpe?g);base64,(.*)", Pattern.DOTALL);

    private final String shown;
    private final SvgCost cost = new SvgCost();
    private final StringBuilder styles = new StringBuilder();
    private int openStyles;
    private long pixels;

    private SvgCheck(String shown) {
        this.shown = shown;
    }

    private static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        return factory;
    }

    /// Reads a drawing to its end.
    ///
    /// @param name what the sentence of a refusal calls it
    /// @throws BrandException [Code#UNSAFE] for what it does, [Code#TOO_LARGE] for how long it
    ///     would take to draw, [Code#BROKEN] if it is no SVG
    public static void check(InputStream svg, String name) throws BrandException {
        String shown = KitNames.shown(name);
        try {
            XMLStreamReader reader = parser().createXMLStreamReader(svg);
            try {
                new SvgCheck(shown).read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // the parser throws several of its own for what it cannot make out
            throw new BrandException(Code.BROKEN, "The drawing " + shown + " is no SVG that can be read.", e);
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException, BrandException {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw unsafe("has a document type or entities of its own", "Export it as plain SVG");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (reader.getPITarget().equalsIgnoreCase("xml-stylesheet")) {
                        throw unsafe("takes its styles from elsewhere", "Embed them");
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> start(reader, ++depth);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (openStyles > 0) {
                        styles.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(reader);
                }
                default -> {}
            }
        }
        if (!cost.isBearable()) {
            throw tooLarge("would take too long to draw: too many elements, or parts that repeat each other");
        }
    }

    private void start(XMLStreamReader reader, int depth) throws BrandException {
        if (depth > MAX_DEPTH) {
            throw tooLarge("is nested deeper than " + MAX_DEPTH + " elements");
        }
        if (depth == 1 && !reader.getLocalName().equals("svg")) {
            throw new BrandException(Code.BROKEN, "The drawing " + shown + " is no SVG.");
        }
        if (isStyle(reader)) {
            openStyles++;
        }
        element(reader);
    }

    private void end(XMLStreamReader reader) throws BrandException {
        cost.close();
        if (isStyle(reader) && --openStyles == 0) {
            SvgStyle.rules(styles.toString()).orElseThrow(this::foreignStyle).forEach(cost::styled);
            styles.setLength(0);
        }
    }

    private static boolean isStyle(XMLStreamReader reader) {
        return reader.getLocalName().equalsIgnoreCase("style");
    }

    private void element(XMLStreamReader reader) throws BrandException {
        String name = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (ACTIVE.contains(name) || name.startsWith("animate")) {
            throw unsafe("holds <" + name + ">, which does more than draw", "Export it without");
        }
        if (!cost.open(name)) {
            throw tooLarge("has more than " + SvgCost.MAX_ELEMENTS + " elements");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            boolean isSvg = space == null || space.isEmpty();
            attribute(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), reader.getAttributeValue(i), isSvg);
        }
    }

    private void attribute(String name, String value, boolean isSvg) throws BrandException {
        if (name.startsWith("on")) {
            throw unsafe("has the event handler " + KitNames.shown(name), "Export it without scripts");
        }
        switch (name) {
            case "href", "src" -> link(value.strip());
            case "base" -> throw unsafe("takes its parts from another address", "Embed them");
            case "id" -> cost.named(value);
            case "class" -> cost.classed(value);
            case "d", "points" -> cost.outlined(value.length());
            default -> {
                if (isSvg) {
                    SvgStyle.references(name + ":" + value)
                            .orElseThrow(this::foreignStyle)
                            .forEach(cost::refers);
                }
            }
        }
    }

    private void link(String value) throws BrandException {
        if (value.startsWith("#")) {
            cost.refers(new SvgStyle.Reference(value.substring(1), SvgStyle.Use.ONCE));
            return;
        }
        Matcher picture = PICTURE.matcher(value);
        if (!picture.matches()) {
            throw unsafe("refers to something outside of itself", "Embed pictures as PNG or JPEG, and remove links");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(picture.group(1));
            ImageHeader header = ImageHeader.read(new ByteArrayInputStream(bytes));
            header.bound("in " + shown);
            pixels += (long) header.width() * header.height();
            if (pixels > MAX_PIXELS) {
                throw tooLarge("holds pictures of more than 16 million pixels");
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new BrandException(Code.BROKEN, "A picture in the drawing " + shown + " cannot be read.", e);
        }
    }

    private BrandException foreignStyle() {
        return unsafe("has styles that refer to something outside of itself", "Embed what it needs");
    }

    private BrandException unsafe(String what, String remedy) {
        return new BrandException(Code.UNSAFE, "The drawing " + shown + " " + what + ". " + remedy + ".");
    }

    private BrandException tooLarge(String what) {
        return new BrandException(Code.TOO_LARGE, "The drawing " + shown + " " + what + ". Simplify it.");
    }
}
