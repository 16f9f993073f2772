#!/usr/bin/env bash
# Synthesizes the clips in this folder (16 kHz, mono, 16-bit PCM) with espeak-ng and SoX:
#     sudo apt-get install espeak-ng sox
#     ./make-clips.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in espeak-ng sox; do
    command -v "$tool" > /dev/null || { echo "make-clips.sh: $tool is missing: apt-get install $tool" >&2; exit 1; }
done

kids='Kids are talking by the door.'
dogs='Dogs are sitting by the door.'

# speak NAME SENTENCE VOICE [espeak-ng OPTION...]     the sentence may hold SSML
speak() {
    local name=$1 sentence=$2 voice=$3
    shift 3
    # No dither, so that the same input gives the same bytes; 0.7 keeps the loudest styles from clipping.
    espeak-ng -v "$voice" -m "$@" --stdout "<speak>$sentence</speak>" | sox -D -v 0.7 -t wav - -r 16000 -b 16 -c 1 "$name.wav"
}

#     style           what is said                                             voice        words/min, pitch, amplitude (0-200)
speak plain           "$kids"                                                  en-us        -s 165 -p 45 -a 100
speak slow-soft       "$dogs"                                                  en-us+f3     -s 135 -p 40 -a 70
speak fast-high-loud  "<prosody range=\"200%\">Kids are <emphasis level=\"strong\">talking</emphasis> by the door!</prosody>" \
                                                                           en-us+f2     -s 215 -p 85 -a 170
speak slow-low        "<prosody range=\"30%\">Dogs are sitting <break time=\"150ms\"/> by the door.</prosody>" \
                                                                           en-us+m3     -s 115 -p 20 -a 50
speak creaky-loud     "<emphasis level=\"strong\">Kids</emphasis> are <emphasis level=\"strong\">talking</emphasis> by the <emphasis level=\"strong\">door!</emphasis>" \
                                                                           en-us+croak  -s 195 -p 35 -a 200
speak fast-high       "<prosody range=\"60%\">Dogs are <break time=\"60ms\"/> sitting by the door.</prosody>" \
                                                                           en-us+f4     -s 225 -p 90 -a 80
speak whispered       "$kids"                                                  en-us+whisper -s 145 -p 50 -a 90
speak rising          "<prosody range=\"250%\"><emphasis level=\"strong\">Dogs</emphasis> are sitting by the door?</prosody>" \
                                                                           en-us+f5     -s 175 -p 70 -a 140
