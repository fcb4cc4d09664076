package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liveroom.capture.CaptureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads listings in the form in which FFmpeg and the systems write them.
final class DeviceListingTest {
    @TempDir
    private Path folder;

    @Test
    void avfoundation_withCamerasScreensAndMicrophones_tellsThemApart() {
        List<Device> devices = AvfoundationListing.parse("""
                [AVFoundation indev @ 0x14e604a90] AVFoundation video devices:
                [AVFoundation indev @ 0x14e604a90] [0] FaceTime HD Camera
                [AVFoundation indev @ 0x14e604a90] [1] Ana's iPhone Camera [2]
                [AVFoundation indev @ 0x14e604a90] [2] Capture screen 0
                [AVFoundation indev @ 0x14e604a90] [3] Capture screen 1
                [AVFoundation indev @ 0x14e604a90] AVFoundation audio devices:
                [AVFoundation indev @ 0x14e604a90] [0] MacBook Pro Microphone
                [in#0 @ 0x14e604780] Error opening input: Input/output error
                Error opening input file .
                """.lines().toList());
        assertThat(devices)
                .containsExactly(
                        camera("FaceTime HD Camera", "FaceTime HD Camera"),
                        camera("Ana's iPhone Camera [2]", "Ana's iPhone Camera [2]"),
                        new Device(new SourceSpec.Screen("0"), "Screen 0", Device.Kind.SCREEN),
                        new Device(new SourceSpec.Screen("1"), "Screen 1", Device.Kind.SCREEN),
                        microphone("MacBook Pro Microphone", "MacBook Pro Microphone"));
    }

    @Test
    void dshow_ofToday_readsKindsAndKnowsTwinsByTheirAlternativeName() {
        List<Device> devices = DshowListing.parse("""
                [in#0 @ 000001d3b2f6e0c0] "Integrated Camera" (video)
                [in#0 @ 000001d3b2f6e0c0]   Alternative name "@device_pnp_one"
                [in#0 @ 000001d3b2f6e0c0] "Integrated Camera" (video)
                [in#0 @ 000001d3b2f6e0c0]   Alternative name "@device_pnp_two"
                [in#0 @ 000001d3b2f6e0c0] "OBS Virtual Camera" (none)
                [in#0 @ 000001d3b2f6e0c0]   Alternative name "@device_sw_obs"
                [in#0 @ 000001d3b2f6e0c0] "Capture Card" (audio, video)
                [in#0 @ 000001d3b2f6e0c0] "Microphone Array (Realtek(R) Audio)" (audio)
                [in#0 @ 000001d3b2f6e0c0]   Alternative name "@device_cm_wave"
                Error opening input file dummy.
                """.lines().toList());
        assertThat(devices)
                .containsExactly(
                        camera("Integrated Camera", "Integrated Camera"),
                        camera("@device_pnp_two", "Integrated Camera"),
                        camera("Capture Card", "Capture Card"),
                        microphone("Capture Card", "Capture Card"),
                        microphone("Microphone Array (Realtek(R) Audio)", "Microphone Array (Realtek(R) Audio)"));
    }

    @Test
    void dshow_ofOlderDays_readsKindsFromHeadlines() {
        List<Device> devices = DshowListing.parse("""
                [dshow @ 0000020f] DirectShow video devices (some may be both video and audio devices)
                [dshow @ 0000020f]  "USB2.0 HD UVC WebCam"
                [dshow @ 0000020f]     Alternative name "@device_pnp_x"
                [dshow @ 0000020f] DirectShow audio devices
                [dshow @ 0000020f]  "Microphone (High Definition Audio Device)"
                [dshow @ 0000020f]     Alternative name "@device_cm_y"
                dummy: Immediate exit requested
                """.lines().toList());
        assertThat(devices)
                .containsExactly(
                        camera("USB2.0 HD UVC WebCam", "USB2.0 HD UVC WebCam"),
                        microphone(
                                "Microphone (High Definition Audio Device)",
                                "Microphone (High Definition Audio Device)"));
    }

    @Test
    void pulse_listing_putsTheDefaultFirstAndTellsMonitors() {
        List<Device> devices = LinuxDevices.pulse("""
                Auto-detected sources for pulse:
                  alsa_output.pci-0000_00_1f.3.analog-stereo.monitor [Monitor of Built-in Audio] (none)
                  alsa_input.pci-0000_00_1f.3.analog-stereo [Built-in Audio Analog Stereo] (none)
                * alsa_input.usb-Blue_Yeti-00.analog-stereo [Yeti Stereo Microphone] (none)
                """.lines().toList());
        assertThat(devices.getFirst())
                .isEqualTo(microphone("alsa_input.usb-Blue_Yeti-00.analog-stereo", "Yeti Stereo Microphone"));
        DeviceList list = new DeviceList(devices);
        assertThat(list.microphones())
                .hasSize(3)
                .last()
                .satisfies(last -> assertThat(last.kind()).isEqualTo(Device.Kind.SOUND_OUTPUT));
        assertThat(list.usualAudio()).isEqualTo(new SourceSpec.Microphone(""));
    }

    @Test
    void usualSources_whereThereIsNoCameraOrMicrophone_areTheTestSource() {
        List<Device> monitor = LinuxDevices.pulse(List.of("* room.monitor [Monitor of Null Output] (none)"));
        DeviceList list = new DeviceList(monitor);
        assertThat(list.usualAudio()).isEqualTo(new SourceSpec.Test());
        assertThat(list.usualVideo()).isEqualTo(new SourceSpec.Test());
    }

    @Test
    void alsa_pcm_keepsWhatRecords() throws IOException {
        Path pcm = Files.writeString(folder.resolve("pcm"), """
                00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1
                00-03: HDMI 0 : HDMI 0 : playback 1
                02-00: USB Audio : USB Audio : capture 1
                """);
        assertThat(LinuxDevices.alsa(pcm))
                .containsExactly(microphone("plughw:0,0", "ALC257 Analog"), microphone("plughw:2,0", "USB Audio"));
        assertThat(LinuxDevices.alsa(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void cameras_inSysfs_areTheFirstNodesInOrder() throws IOException {
        node("video10", "Capture: Card", "0");
        node("video2", "Integrated Camera: Integrated C", "0");
        node("video3", "Integrated Camera: Integrated C", "1");
        Files.createDirectory(folder.resolve("v4l-subdev0"));
        List<Device> cameras = LinuxDevices.cameras(folder);
        assertThat(cameras)
                .containsExactly(
                        camera("/dev/video2", "Integrated Camera: Integrated C"),
                        camera("/dev/video10", "Capture: Card"));
        assertThat(LinuxDevices.cameras(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void cameraNames_ofEveryForm_findTheDevice() throws CaptureException {
        List<Device> cameras = List.of(camera("/dev/video0", "Integrated Camera"), camera("/dev/video4", "BRIO 4K"));
        assertThat(DeviceNames.linuxCamera("", cameras)).isEqualTo("/dev/video0");
        assertThat(DeviceNames.linuxCamera("4", cameras)).isEqualTo("/dev/video4");
        assertThat(DeviceNames.linuxCamera("brio", cameras)).isEqualTo("/dev/video4");
        assertThat(DeviceNames.linuxCamera("/dev/v4l/by-id/x", cameras)).isEqualTo("/dev/v4l/by-id/x");
        assertThatThrownBy(() -> DeviceNames.linuxCamera("Logitech", cameras))
                .isInstanceOf(CaptureException.class)
                .hasMessage("no camera is called \"Logitech\"");
        assertThatThrownBy(() -> DeviceNames.linuxCamera("", List.of()))
                .isInstanceOf(CaptureException.class)
                .hasMessage("this computer has no camera");
    }

    @Test
    void screens_onX_areTheSessionsOwnFirst() throws IOException {
        Files.createFile(folder.resolve("X1"));
        Files.createFile(folder.resolve("X0"));
        assertThat(LinuxDevices.screens(":0.0", folder).stream().map(Device::spec))
                .containsExactly(new SourceSpec.Screen(""), new SourceSpec.Screen(":1"));
        assertThat(LinuxDevices.screens("", folder).stream().map(Device::spec))
                .containsExactly(new SourceSpec.Screen(":0"), new SourceSpec.Screen(":1"));
    }

    @Test
    void list_onThisMachine_neverFails() {
        assertThat(Devices.list().devices()).allSatisfy(device -> {
            assertThat(device.humanName()).isNotBlank();
            assertThat(SourceSpec.parse(device.spec().text())).isEqualTo(device.spec());
        });
    }

    private void node(String name, String human, String index) throws IOException {
        Path node = Files.createDirectory(folder.resolve(name));
        Files.writeString(node.resolve("name"), human + "\n");
        Files.writeString(node.resolve("index"), index + "\n");
    }

    private static Device camera(String name, String human) {
        return new Device(new SourceSpec.Camera(name), human, Device.Kind.CAMERA);
    }

    private static Device microphone(String name, String human) {
        return new Device(new SourceSpec.Microphone(name), human, Device.Kind.MICROPHONE);
    }
}
