package dev.gossamer.engine.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFileTest {
  private final ClassFile file = new ClassFile();

  @ParameterizedTest
  @ValueSource(
      classes = {
        Object.class,
        String.class,
        List.class,
        ArrayList.class,
        TreeMap.class,
        Override.class,
        Thread.State.class,
        ClassFileTest.class
      })
  void readsTheOutlineOfAClass(Class<?> type) {
    assertThat(file.read(bytes(type))).isTrue();
    assertThat(file.isInterface()).isEqualTo(type.isInterface());
    Class<?> superclass = type.isInterface() ? Object.class : type.getSuperclass();
    assertThat(file.superName())
        .isEqualTo(superclass == null ? null : superclass.getName().replace('.', '/'));
    List<String> interfaces = new ArrayList<>();
    for (int i = 0; i < file.interfaceCount(); i++) {
      interfaces.add(String.valueOf(file.interfaceName(i)).replace('/', '.'));
    }
    assertThat(interfaces)
        .containsExactlyElementsOf(
            Arrays.stream(type.getInterfaces()).map(Class::getName).toList());
    TreeSet<String> methods = new TreeSet<>();
    file.members(
        false,
        (access, name, descriptor) -> {
          int offset = file.offset(name);
          methods.add(ModifiedUtf8.decode(file.bytes(), offset, file.length(offset)));
          return true;
        });
    methods.remove("<init>");
    methods.remove("<clinit>");
    TreeSet<String> expected = new TreeSet<>();
    Arrays.stream(type.getDeclaredMethods()).forEach(method -> expected.add(method.getName()));
    assertThat(methods).isEqualTo(expected);
  }

  @Test
  void findsTheAnnotationsThatAClassMentions() {
    byte[][] names = {
      "Ljava/lang/Deprecator;".getBytes(StandardCharsets.US_ASCII),
      "Ljava/lang/Deprecated;".getBytes(StandardCharsets.US_ASCII)
    };
    ClassFile looking = new ClassFile(names);
    assertThat(looking.read(bytes(Thread.class))).isTrue();
    assertThat(looking.mentioned()).isEqualTo(0b10);
    assertThat(looking.read(bytes(Runnable.class))).isTrue();
    assertThat(looking.mentioned()).isZero();
  }

  @Test
  void takesAnythingForAClassFile() {
    byte[] whole = bytes(TreeMap.class);
    int readable = 0;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (file.read(cut)) {
        readable++;
        file.isInterface();
        file.superName();
        for (int i = 0; i < file.interfaceCount(); i++) {
          file.interfaceName(i);
        }
        file.members(true, (access, name, descriptor) -> !file.isNamed(name, "no such"));
      }
    }
    assertThat(readable).isLessThan(whole.length);
    for (int i = 8; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) 0x81;
      if (file.read(changed)) {
        file.superName();
        file.members(true, (access, name, descriptor) -> file.offset(name) != -2);
      }
    }
  }

  @Test
  void findsNothingInWhatIsNoClassFile() {
    assertThat(file.read(new byte[0])).isFalse();
    assertThat(file.read(new byte[1000])).isFalse();
  }

  private static byte[] bytes(Class<?> type) {
    return Objects.requireNonNull(
        Resources.classFile(
            ClassFileTest.class.getClassLoader(), type.getName().replace('.', '/')));
  }
}
