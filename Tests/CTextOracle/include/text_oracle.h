#ifndef VERBATIM_TEXT_ORACLE_H
#define VERBATIM_TEXT_ORACLE_H

/* The word and sentence boundaries that the system's ICU finds, for tests to compare with ours.

   No type of ICU appears here: ICU's headers clash with Foundation's own copy of ICU in any Swift file that imports
   both. Nor is ICU linked: it is opened when first asked, so that the tests also build and link where it is missing. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is to be found. */
typedef enum {
    text_oracle_words,
    text_oracle_sentences,
} text_oracle_unit;

/* The version of Unicode that ICU follows, such as "15.0"; NULL where there is no ICU, or where its headers were
   missing when this was built. The string lives as long as the process. */
const char *text_oracle_unicode_version(void);

/* Writes the boundaries of the `count` bytes of valid UTF-8 at `text` to `boundaries`, as offsets in bytes, ascending,
   the first (0) and the last (`count`) included. There must be room for `count + 1`. Returns how many there are; -1
   where ICU is missing or reports an error. Linear in `count`; safe to call from several threads. */
ptrdiff_t text_oracle_boundaries(text_oracle_unit unit, const char *text, ptrdiff_t count, ptrdiff_t *boundaries);

/* Whether ICU cuts runs of this scalar into words by a dictionary, or joins them by rules of its own for scripts
   without spaces, where UAX #29 leaves words to such means: `$dictionary` of ICU's file word.txt. False without ICU. */
bool text_oracle_has_dictionary(uint32_t scalar);

#endif
