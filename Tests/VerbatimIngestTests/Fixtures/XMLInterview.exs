<?xml version="1.0" encoding="UTF-8"?>
<segmented-transcription>
  <head>
    <speakertable>
      <speaker id="SPK0"><abbreviation>LEA</abbreviation></speaker>
      <speaker id="SPK1"><abbreviation>OMA</abbreviation></speaker>
    </speakertable>
  </head>
  <segmented-body>
    <common-timeline>
      <tli id="T0" time="0"/><tli id="T1" time="2.5"/><tli id="T2" time="4"/><tli id="T3" time="7"/>
    </common-timeline>
    <segmented-tier id="TIE0" speaker="SPK0" category="v" type="t" display-name="LEA [v]">
      <timeline-fork start="T0" end="T1"><tli id="T0.TIE0.1"/></timeline-fork>
      <segmentation name="SpeakerContribution_Event" tierref="TIE0">
        <ts n="sc" id="s1" s="T0" e="T1"><ts n="e" s="T0" e="T0.TIE0.1">Are you </ts><ts n="e" s="T0.TIE0.1" e="T1">home? </ts></ts>
        <ts n="sc" id="s2" s="T2" e="T3"><ts n="e" s="T2" e="T3">And now? </ts></ts>
      </segmentation>
      <segmentation name="SpeakerContribution_Utterance_Word" tierref="TIE0">
        <ts n="sc" s="T0" e="T1"><ts n="HIAT:u" s="T0" e="T1"><ts n="HIAT:w" s="T0" e="T1">Are</ts><nts n="HIAT:ip"> </nts></ts></ts>
      </segmentation>
    </segmented-tier>
    <segmented-tier id="TIE1" speaker="SPK1" category="v" type="t" display-name="OMA [v]">
      <segmentation name="SpeakerContribution_Event" tierref="TIE1">
        <ts n="sc" id="s3" s="T1" e="T2"><ts n="e" s="T1" e="T2">Not yet. </ts></ts>
      </segmentation>
    </segmented-tier>
  </segmented-body>
</segmented-transcription>
