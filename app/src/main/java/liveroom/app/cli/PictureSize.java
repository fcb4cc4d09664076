package liveroom.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.app.settings.Range;
import liveroom.app.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Width and height as written on the command line: `1280x720`.
record PictureSize(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    /// Reads a size and holds it against what the studio can do.
    static final class Converter implements ITypeConverter<PictureSize> {
        @Override
        public PictureSize convert(String text) {
            Matcher form = FORM.matcher(text);
            if (form.matches()) {
                PictureSize size = new PictureSize(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
                if (size.isPossible()) {
                    return size;
                }
            }
            throw new TypeConversionException(Messages.of("terminal").text("option.size", text));
        }
    }

    private boolean isPossible() {
        return Range.WIDTH.contains(width) && Range.HEIGHT.contains(height) && width % 2 == 0 && height % 2 == 0;
    }
}
