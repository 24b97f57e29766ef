#include "text_oracle.h"

#if defined(__linux__) && __has_include(<unicode/ubrk.h>)

#include <dlfcn.h>
#include <pthread.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

/* The functions of ICU that are used. */
#define FOR_EACH_FUNCTION(DO) \
    DO(u_getIntPropertyValue) \
    DO(u_getUnicodeVersion)   \
    DO(u_versionToString)     \
    DO(ubrk_close)            \
    DO(ubrk_first)            \
    DO(ubrk_next)             \
    DO(ubrk_open)             \
    DO(ubrk_setUText)         \
    DO(utext_close)           \
    DO(utext_openUTF8)

/* ICU's headers rename each function to one that ends in ICU's version, as in ubrk_open_72. The first macro lets
   that happen, the second makes a string of it. */
#define EXPORTED_NAME(function) QUOTED(function)
#define QUOTED(name) #name

#define DECLARE(function) __typeof__(&function) function##_pointer;
static struct {
    FOR_EACH_FUNCTION(DECLARE)
    char unicode_version[U_MAX_VERSION_STRING_LENGTH];
    bool is_open;
} icu;

static void open_icu(void) {
    /* The version whose headers were compiled, since every version has names of its own. Never closed. */
    void *library = dlopen("libicuuc.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) return;
#define FIND(function) \
    icu.function##_pointer = (__typeof__(&function))dlsym(library, EXPORTED_NAME(function)); \
    if (icu.function##_pointer == NULL) return;
    FOR_EACH_FUNCTION(FIND)

    UVersionInfo version;
    icu.u_getUnicodeVersion_pointer(version);
    icu.u_versionToString_pointer(version, icu.unicode_version);
    icu.is_open = true;
}

/* Opens ICU on the first call; whether it is there. */
static bool has_icu(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_icu);
    return icu.is_open;
}

const char *text_oracle_unicode_version(void) {
    return has_icu() ? icu.unicode_version : NULL;
}

ptrdiff_t text_oracle_boundaries(text_oracle_unit unit, const char *text, ptrdiff_t count, ptrdiff_t *boundaries) {
    if (!has_icu()) return -1;
    UErrorCode status = U_ZERO_ERROR;
    /* The root locale, "", is UAX #29 for sentences. For words it has not let the colon join letters since ICU 72
       (CLDR-15910), as UAX #29 does; the Finnish rules still do, and differ from the root's in nothing else. */
    UBreakIterator *iterator = unit == text_oracle_words
        ? icu.ubrk_open_pointer(UBRK_WORD, "fi", NULL, 0, &status)
        : icu.ubrk_open_pointer(UBRK_SENTENCE, "", NULL, 0, &status);
    /* Over a UText of UTF-8, ICU's offsets are bytes. */
    UText *bytes = icu.utext_openUTF8_pointer(NULL, text, count, &status);
    icu.ubrk_setUText_pointer(iterator, bytes, &status);
    ptrdiff_t found = 0;
    if (U_SUCCESS(status)) {
        for (int32_t offset = icu.ubrk_first_pointer(iterator); offset != UBRK_DONE;
             offset = icu.ubrk_next_pointer(iterator)) {
            boundaries[found++] = offset;
        }
    }
    icu.utext_close_pointer(bytes);
    icu.ubrk_close_pointer(iterator);
    return U_SUCCESS(status) ? found : -1;
}

bool text_oracle_has_dictionary(uint32_t scalar) {
    if (!has_icu()) return false;
    UChar32 character = (UChar32)scalar;
    int32_t script = icu.u_getIntPropertyValue_pointer(character, UCHAR_SCRIPT);
    return icu.u_getIntPropertyValue_pointer(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT
        || icu.u_getIntPropertyValue_pointer(character, UCHAR_WORD_BREAK) == U_WB_KATAKANA
        || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA
        || (character >= 0xAC00 && character <= 0xD7A3)
        /* The half-width sound marks of Katakana: Extend to the rules, letters to the dictionary. */
        || character == 0xFF9E || character == 0xFF9F;
}

#else

const char *text_oracle_unicode_version(void) { return NULL; }

ptrdiff_t text_oracle_boundaries(text_oracle_unit unit, const char *text, ptrdiff_t count, ptrdiff_t *boundaries) {
    (void)unit, (void)text, (void)count, (void)boundaries;
    return -1;
}

bool text_oracle_has_dictionary(uint32_t scalar) {
    (void)scalar;
    return false;
}

#endif
