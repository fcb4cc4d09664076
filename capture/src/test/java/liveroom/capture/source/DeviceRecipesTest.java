package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.Test;

final class DeviceRecipesTest {
    private static final VideoFormat HD = new VideoFormat(1280, 720);

    @Test
    void camera_onLinux_asksForJpegFirstWhenLarge() {
        List<InputRecipe> recipes = DeviceRecipes.camera(OperatingSystem.LINUX, "/dev/video2", HD, 30);
        assertThat(recipes).allSatisfy(recipe -> {
            assertThat(recipe.format()).isEqualTo("v4l2");
            assertThat(recipe.url()).isEqualTo("/dev/video2");
            assertThat(recipe.options()).containsEntry("fflags", "nobuffer");
        });
        assertThat(recipes.getFirst().options())
                .containsEntry("input_format", "mjpeg")
                .containsEntry("video_size", "1280x720")
                .containsEntry("framerate", "30");
        assertThat(recipes.getLast().options()).doesNotContainKeys("video_size", "framerate", "input_format");
        List<InputRecipe> small = DeviceRecipes.camera(OperatingSystem.LINUX, "", new VideoFormat(640, 360), 30);
        assertThat(small.getFirst().url()).isEqualTo("/dev/video0");
        assertThat(small.getFirst().options()).doesNotContainKey("input_format");
    }

    @Test
    void camera_onMacAndWindows_isSpelledTheirWay() {
        InputRecipe mac = DeviceRecipes.camera(OperatingSystem.MACOS, "FaceTime HD Camera", HD, 30)
                .getFirst();
        assertThat(mac.format()).isEqualTo("avfoundation");
        assertThat(mac.url()).isEqualTo("FaceTime HD Camera:none");
        assertThat(mac.options()).containsEntry("pixel_format", "nv12").containsEntry("video_size", "1280x720");
        assertThat(DeviceRecipes.camera(OperatingSystem.MACOS, "", HD, 30)
                        .getFirst()
                        .url())
                .isEqualTo("default:none");
        List<InputRecipe> windows = DeviceRecipes.camera(OperatingSystem.WINDOWS, "Integrated Camera", HD, 60);
        assertThat(windows.getFirst().format()).isEqualTo("dshow");
        assertThat(windows.getFirst().url()).isEqualTo("video=Integrated Camera");
        assertThat(windows.getFirst().options())
                .containsEntry("vcodec", "mjpeg")
                .containsEntry("framerate", "60")
                .containsEntry("rtbufsize", "64M");
        assertThat(windows.getLast().options()).doesNotContainKey("video_size");
    }

    @Test
    void microphone_onLinux_isPulseWithSmallFragmentsThenAlsa() {
        List<InputRecipe> recipes = DeviceRecipes.microphone(OperatingSystem.LINUX, "");
        assertThat(recipes).extracting(InputRecipe::format).containsExactly("pulse", "alsa", "alsa");
        assertThat(recipes).extracting(InputRecipe::url).containsOnly("default");
        assertThat(recipes.getFirst().options())
                .containsEntry("fragment_size", "1920")
                .containsEntry("sample_rate", "48000")
                .containsEntry("channels", "2");
        assertThat(recipes.getLast().options()).containsEntry("channels", "1");
        assertThat(DeviceRecipes.microphone(OperatingSystem.LINUX, "plughw:2,0"))
                .extracting(InputRecipe::format)
                .containsOnly("alsa");
    }

    @Test
    void microphone_onMacAndWindows_isSpelledTheirWay() {
        assertThat(DeviceRecipes.microphone(OperatingSystem.MACOS, "MacBook Pro Microphone"))
                .first()
                .satisfies(recipe -> assertThat(recipe.url()).isEqualTo(":MacBook Pro Microphone"));
        InputRecipe windows = DeviceRecipes.microphone(OperatingSystem.WINDOWS, "Microphone Array (Realtek(R) Audio)")
                .getFirst();
        assertThat(windows.url()).isEqualTo("audio=Microphone Array (Realtek(R) Audio)");
        assertThat(windows.options()).containsEntry("audio_buffer_size", "20");
    }

    @Test
    void screen_onEachSystem_isSpelledItsWay() {
        InputRecipe linux =
                DeviceRecipes.screen(OperatingSystem.LINUX, "", 30, ":1").getFirst();
        assertThat(linux.format()).isEqualTo("x11grab");
        assertThat(linux.url()).isEqualTo(":1");
        assertThat(linux.options()).containsEntry("framerate", "30").containsEntry("draw_mouse", "1");
        assertThat(DeviceRecipes.screen(OperatingSystem.LINUX, ":5.0+10,20", 30, ":1")
                        .getFirst()
                        .url())
                .isEqualTo(":5.0+10,20");
        InputRecipe mac =
                DeviceRecipes.screen(OperatingSystem.MACOS, "1", 30, "").getFirst();
        assertThat(mac.url()).isEqualTo("Capture screen 1:none");
        assertThat(mac.options()).containsEntry("capture_cursor", "1");
        assertThat(DeviceRecipes.screen(OperatingSystem.WINDOWS, "", 30, "")
                        .getFirst()
                        .url())
                .isEqualTo("desktop");
        assertThat(DeviceRecipes.screen(OperatingSystem.WINDOWS, "Slides", 30, "")
                        .getFirst()
                        .url())
                .isEqualTo("title=Slides");
    }

    @Test
    void systems_byTheirJavaNames_areKnown() {
        assertThat(OperatingSystem.of("Linux")).isEqualTo(OperatingSystem.LINUX);
        assertThat(OperatingSystem.of("Mac OS X")).isEqualTo(OperatingSystem.MACOS);
        assertThat(OperatingSystem.of("Darwin")).isEqualTo(OperatingSystem.MACOS);
        assertThat(OperatingSystem.of("Windows 11")).isEqualTo(OperatingSystem.WINDOWS);
    }
}
