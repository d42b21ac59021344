package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of a class that takes state carry it, and nothing else about them changes. */
final class StateMembersTest {
  static class Bare {}

  /** Has what the derived serial version depends on. */
  @SuppressWarnings({"all", "NullAway"})
  public abstract static class Serial<T> extends ArrayList<T>
      implements Serializable, Cloneable, Comparator<T> {
    static final Object CREATED = new Object();
    private static int hidden;
    private transient int alsoHidden;
    private volatile int seen;
    protected String zText = "text";
    int aNumber;

    Serial() {}

    protected Serial(String[] values, int number) {}

    private Serial(int number) {}

    public final synchronized strictfp double compute(long[][] values) {
      return 0;
    }

    protected abstract T make();

    static void onClass() {}

    private void secret() {}

    void été中() {}
  }

  @SuppressWarnings({"all", "NullAway"})
  static final class Versioned implements Serializable {
    private static final long serialVersionUID = 42;
  }

  @SuppressWarnings({"all", "NullAway"})
  private static final class Subtype extends Number {
    private long serialVersionUID;

    @Override
    public int intValue() {
      return 0;
    }

    @Override
    public long longValue() {
      return 0;
    }

    @Override
    public float floatValue() {
      return 0;
    }

    @Override
    public double doubleValue() {
      return 0;
    }
  }

  static final class Carrier implements StateDouble {
    @Override
    public @Nullable Object gossamerState() {
      return null;
    }

    @Override
    public void gossamerState(@Nullable Object state) {}
  }

  record Point(int x) {}

  enum Colour {
    RED
  }

  interface Shape {
    default void draw() {}
  }

  @Test
  void anObjectKeepsWhatItIsGiven() throws Exception {
    Class<?> woven = Woven.withState(Bare.class).woven;
    var constructor = woven.getDeclaredConstructor();
    constructor.setAccessible(true);
    StateDouble first = (StateDouble) constructor.newInstance();
    StateDouble second = (StateDouble) constructor.newInstance();
    assertThat(first.gossamerState()).isNull();
    first.gossamerState("state");
    assertThat(first.gossamerState()).isEqualTo("state");
    assertThat(second.gossamerState()).isNull();
    first.gossamerState(null);
    assertThat(first.gossamerState()).isNull();
  }

  @Test
  void theMembersAreHiddenFromReflectionAsFarAsTheyCanBe() {
    Class<?> woven = Woven.withState(Bare.class).woven;
    assertThat(woven.getDeclaredFields()).hasSize(1);
    assertThat(woven.getDeclaredFields()[0].isSynthetic()).isTrue();
    int modifiers = woven.getDeclaredFields()[0].getModifiers();
    assertThat(Modifier.isTransient(modifiers)).isTrue();
    assertThat(Modifier.isVolatile(modifiers)).isTrue();
    assertThat(Modifier.isPrivate(modifiers)).isTrue();
    assertThat(woven.getDeclaredMethods()).hasSize(2).allMatch(method -> method.isSynthetic());
  }

  @Test
  void genericAndPlainInterfacesAgree() {
    Class<?> woven = Woven.withState(Serial.class).woven;
    assertThat(woven.getGenericInterfaces()).hasSameSizeAs(woven.getInterfaces());
    assertThat(Arrays.asList(woven.getInterfaces())).contains(StateDouble.class);
    assertThat(woven.getGenericInterfaces()).contains(StateDouble.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {Serial.class, Versioned.class, Colour.class})
  void theSerialVersionStays(Class<?> type) {
    Woven both = Woven.withState(type);
    assertThat(StateDouble.class).isAssignableFrom(both.woven);
    assertThat(ObjectStreamClass.lookup(both.woven).getSerialVersionUID())
        .isEqualTo(ObjectStreamClass.lookup(type).getSerialVersionUID());
  }

  @Test
  void aFieldThatOnlyLooksLikeASerialVersionIsLeftAlone() {
    Woven both = Woven.withState(Subtype.class);
    assertThat(both.woven.getDeclaredFields()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(classes = {Point.class, Shape.class})
  void recordsAndInterfacesTakeNoState(Class<?> type) {
    assertThat(Woven.withState(type, Hooks.on("draw", Hooks.exit(1))).wovenFile).isNull();
  }

  @Test
  void whatCarriesStateAlreadyTakesNoMore() throws WeaveException {
    byte[] carrier =
        ConstantPool.rename(
            Woven.classFile(Carrier.class),
            text ->
                text.replace("dev/gossamer/engine/weave/StateDouble", "java/lang/GossamerState"));
    assertThat(Weaver.weave(carrier, new MethodRule[0], true, 0)).isNull();
    byte[] once = Weaver.weave(Woven.classFile(Bare.class), new MethodRule[0], true, 0);
    assertThat(once).isNotNull();
    assertThat(once == null ? null : Weaver.weave(once, new MethodRule[0], true, 0)).isNull();
  }
}
