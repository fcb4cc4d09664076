package liveroom.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The shape of the program: which part may know which.
final class StructureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("liveroom");

    @Test
    void everyModule_isThere() {
        for (String module : List.of("capture", "encoder", "transport", "app")) {
            assertThat(CLASSES.that(resideInAPackage("liveroom." + module + ".."))
                            .size())
                    .as(module)
                    .isPositive();
        }
    }

    @Test
    void modules_dependOnThoseBeforeThemOnly() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("capture")
                .definedBy("liveroom.capture..")
                .layer("encoder")
                .definedBy("liveroom.encoder..")
                .layer("transport")
                .definedBy("liveroom.transport..")
                .layer("app")
                .definedBy("liveroom.app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("transport")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("encoder")
                .mayOnlyBeAccessedByLayers("transport", "app")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("liveroom.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nativeLibraries_areKnownToTheirModulesOnly() {
        only("org.bytedeco..", "liveroom.capture..", "liveroom.encoder..");
        only("dev.onvoid.webrtc..", "liveroom.transport..");
        only("io.helidon..", "liveroom.transport..");
    }

    @Test
    void javaFx_isKnownToTheWindowOnly() {
        only("javafx..", "liveroom.app.window..");
        only("atlantafx..", "liveroom.app.window..");
        only("org.kordamp..", "liveroom.app.window..");
    }

    @Test
    void viewModels_knowNoScene() {
        noClasses()
                .that()
                .resideInAPackage("liveroom.app.window..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void names_sayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?)$").check(CLASSES);
    }

    @Test
    void everyPackage_saysWhatItIsFor() {
        classes()
                .that(areTopLevel())
                .should()
                .resideInAnyPackage(CLASSES.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    private static void only(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areTopLevel() {
        return DescribedPredicate.describe("are top-level", JavaClass::isTopLevelClass);
    }
}
